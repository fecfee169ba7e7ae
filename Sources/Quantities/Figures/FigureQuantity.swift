internal import Synchronization

/// What a figure can be counted in. There is no angle, position, heading or speed among them, so that no
/// figure can carry one out of the program.
public enum FigureUnit: String, CaseIterable, Sendable {
  case seconds = "s"
  case hours = "h"
  case days = "d"
  case kilometres = "km"
  /// Of ground, or of the air over it at one height.
  case squareKilometres = "km2"
  /// Of 1.
  case share
  /// A count: a bare number.
  case number = ""

  /// As it stands behind a number; empty for what is bare.
  public var word: String {
    switch self {
    case .share, .number: ""
    case .squareKilometres: "km²"
    case .seconds, .hours, .days, .kilometres: rawValue
    }
  }
}

/// What a figure is of: declared once, by the rung that makes it, with its unit and a sentence.
///
/// The set of a program is the list of what its rungs declare (`FigureVocabulary`); nothing else is written,
/// read or published. Two quantities are the same when rung, name and detail agree.
public struct FigureQuantity: Hashable, Sendable {
  /// What follows the name after a hyphen.
  public enum Detail: Sendable {
    /// Nothing: `warning`.
    case none
    /// One of a short list that the rung fixes, with a hyphen or not: `mark-firm`.
    case word
    /// An id of the scenario: `deciding-north-brigade`.
    case id
  }

  /// What has to be worked out for it.
  public enum Product: Hashable, Sendable {
    /// One group of exposures under one posture, or its change between two.
    case series
    /// The worst of the other side's choices.
    case worstCase
    /// What each part of a change costs.
    case parts
    /// A claim on trial.
    case trial
    /// Something that a rung works out by itself.
    case annex(String)
  }

  /// An id is small although a declaration is long: the immutable declaration is shared.
  private final class Declaration: Sendable {
    let level: Level
    let name, sentence: String
    let unit: FigureUnit
    let takes: Detail
    let product: Product
    let isOfEpisodes, isPublishable: Bool
    let statistics, changes: [Statistic]
    /// Whether details may be published, as far as it was asked: a pure function of the detail.
    private let asked = Mutex<[String: Bool]>([:])

    func mayPublish(_ detail: String) -> Bool {
      asked.withLock { known in
        if let own = known[detail] { return own }
        let own = Limits.mayPublish("\(name)-\(detail)")
        known[detail] = own
        return own
      }
    }

    init(
      _ level: Level, _ name: String, _ unit: FigureUnit, _ sentence: String, _ takes: Detail,
      _ product: Product, isOfEpisodes: Bool, _ statistics: [Statistic], _ changes: [Statistic]
    ) {
      (self.level, self.name, self.unit, self.sentence) = (level, name, unit, sentence)
      (self.takes, self.product, self.isOfEpisodes) = (takes, product, isOfEpisodes)
      (self.statistics, self.changes) = (statistics, changes)
      isPublishable = Limits.mayPublish(name)
    }
  }

  private let declaration: Declaration
  /// What follows the name; empty where nothing does.
  public let detail: String

  public var level: Level { declaration.level }
  public var name: String { declaration.name }
  public var unit: FigureUnit { declaration.unit }
  /// What the number is, its sign included.
  public var sentence: String { declaration.sentence }
  public var takes: Detail { declaration.takes }
  public var product: Product { declaration.product }
  /// Whether its figures are of episodes rather than of places.
  public var isOfEpisodes: Bool { declaration.isOfEpisodes }
  /// What is told of it under one posture, and of its change between two.
  public var statistics: [Statistic] { declaration.statistics }
  public var changes: [Statistic] { declaration.changes }
  /// Name and detail as an id carries them.
  public var word: String { detail.isEmpty ? name : "\(name)-\(detail)" }
  /// Whether figures of it may leave the program.
  public let mayBePublished: Bool

  /// - Parameters:
  ///   - name: lower-case words with hyphens; never a slash, a point or a tilde.
  ///   - sentence: what the number is, unit and sign included, for who reads the file alone.
  ///   - changes: statistics of a pair of postures.
  public init(
    _ level: Level, _ name: String, _ unit: FigureUnit, _ sentence: String, takes: Detail = .none,
    product: Product = .series, isOfEpisodes: Bool = false, statistics: [Statistic] = [],
    changes: [Statistic] = []
  ) {
    declaration = Declaration(
      level, name, unit, sentence, takes, product, isOfEpisodes: isOfEpisodes, statistics, changes)
    detail = ""
    mayBePublished = declaration.isPublishable
  }

  private init(_ declaration: Declaration, detail: String) {
    (self.declaration, self.detail) = (declaration, detail)
    // an id of the scenario is no word of ours
    mayBePublished =
      declaration.isPublishable
      && (declaration.takes == .id || declaration.mayPublish(detail))
  }

  /// The same quantity of one thing: `deciding` of a formation.
  ///
  /// - Precondition: the quantity takes a detail.
  public func of(_ detail: String) -> FigureQuantity {
    precondition(takes != .none && !detail.isEmpty, "'\(name)' takes no detail '\(detail)'")
    return FigureQuantity(declaration, detail: detail)
  }

  /// Whether both are the same declaration, whatever their detail.
  public func isKind(of other: FigureQuantity) -> Bool {
    level == other.level && name == other.name
  }

  public static func == (a: FigureQuantity, b: FigureQuantity) -> Bool {
    a.detail == b.detail && (a.declaration === b.declaration || a.isKind(of: b))
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(detail)
  }
}
