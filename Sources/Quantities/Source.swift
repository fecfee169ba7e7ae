/// The Admiralty scale for whoever says something: A completely reliable … E unreliable, F unknown.
public enum Reliability: String, CaseIterable, Sendable {
  case reliable = "A"
  case usually = "B"
  case fairly = "C"
  case notUsually = "D"
  case unreliable = "E"
  case unknown = "F"
}

/// The Admiralty scale for what is said: 1 confirmed … 5 improbable, 6 cannot be judged.
public enum Credibility: Int, CaseIterable, Sendable {
  case confirmed = 1
  case probable, possible, doubtful, improbable, unknown
}

/// Who published something, when and where, and how far to trust it.
public struct Source: Identifiable, Hashable, Sendable {
  public let id: String
  public let title: String
  public let publisher: String
  public let date: Day?
  public let link: String
  public let reliability: Reliability
  public let credibility: Credibility
  /// The source that this one repeats; claims of one origin share one weight.
  public let origin: String?
  /// The maker of the system speaks about its own product.
  public let isMaker: Bool

  public init(
    id: String, title: String, publisher: String, date: Day?, link: String,
    reliability: Reliability, credibility: Credibility, origin: String?, isMaker: Bool
  ) {
    (self.id, self.title, self.publisher, self.date, self.link) = (id, title, publisher, date, link)
    (self.reliability, self.credibility) = (reliability, credibility)
    (self.origin, self.isMaker) = (origin, isMaker)
  }

  /// Whether it is known to be of a later day.
  public func isLater(than day: Day) -> Bool { date.map { $0 > day } ?? false }

  /// As in `B2`.
  public var grade: String { "\(reliability.rawValue)\(credibility.rawValue)" }
}

/// How much a graded claim weighs, and how far a lone figure may be off.
public struct GradeTable: Hashable, Sendable {
  /// Weight by reliability A…F.
  public var reliability: [Double] = [1, 0.8, 0.6, 0.4, 0.2, 0.5]
  /// Weight by credibility 1…6.
  public var credibility: [Double] = [1, 0.8, 0.6, 0.4, 0.2, 0.5]
  /// Relative half-spread of a lone point value by reliability A…F.
  public var spread: [Double] = [0.03, 0.05, 0.10, 0.20, 0.30, 0.20]

  public init() {}

  public func weight(_ reliability: Reliability, _ credibility: Credibility) -> Double {
    self.reliability[Reliability.allCases.firstIndex(of: reliability)!]
      * self.credibility[credibility.rawValue - 1]
  }

  public func spread(_ reliability: Reliability) -> Double {
    spread[Reliability.allCases.firstIndex(of: reliability)!]
  }
}
