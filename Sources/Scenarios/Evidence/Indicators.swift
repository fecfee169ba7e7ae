public import Quantities

extension Document {
  /// `indicators.yaml`: which reports there are, who makes them, and how they are judged.
  ///
  /// What is drawn are claims under `indicator.…`; what stands here is never drawn.
  public struct Indicators: Sendable {
    /// Who reports.
    public struct Feed: Identifiable, Sendable {
      public let id, title: String
      /// The grade of its reports where histories are made up, and of its silence.
      public let reliability: Reliability
      public let credibility: Credibility
      /// Days in which every report of it is in the log, both included; nil where nobody says so.
      public let complete: ClosedRange<Day>?
      public let span: Span
    }

    /// Indicator codes that say the same kind of thing.
    public struct Family: Identifiable, Sendable {
      public let id, title: String
      public let codes: [Written<String>]
      /// Storage, transport, exercises and statements about nuclear weapons.
      public let isNuclear: Bool
      public let span: Span
    }

    /// A code whose reports carry a number.
    public struct Value: Identifiable, Sendable {
      /// The indicator code.
      public let id: String
      /// As it stands in the log; another unit is not read.
      public let unit: String
      /// Ratio of the 84th percentile to the median.
      public let factor: Double
      public let span: Span
    }

    /// Settings by name; the reader has made sure that none is missing.
    var method: [String: Double] = [:]
    public var feeds: [Feed] = []
    public var families: [Family] = []
    public var values: [Value] = []
    /// Codes that are logged and say nothing of what is to come.
    public var unused: [Written<String>] = []

    /// A setting of the method.
    ///
    /// - Precondition: there is one of this name.
    public func setting(_ name: String) -> Double {
      guard let value = method[name] else { preconditionFailure("no setting '\(name)'") }
      return value
    }
  }

  /// A stretch of history whose end is known.
  public struct Episode: Identifiable, Sendable {
    public let id, title: String
    /// First and last day of what may be known.
    public let start, end: Day
    /// What the other side was up to, as is known now.
    public let purpose: String
    /// The day of the attack, or of what coercion brought about; nil where nothing happened.
    public let event: Day?
    public let posture: Written<String>
    public let outcome: String
    public let span: Span
  }
}
