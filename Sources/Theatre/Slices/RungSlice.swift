public import Datasets
public import Findings
public import Quantities
public import Timelines

/// What a rung needs to know of a scenario before any posture.
public struct SliceContext: Sendable {
  public let theatre: Theatre
  public let environment: Environment
  /// Where what is dear may be kept; nil keeps nothing.
  public let cache: Cache?
  public let drawing: Drawing

  public init(
    theatre: Theatre, environment: Environment, cache: Cache? = nil, drawing: Drawing
  ) {
    (self.theatre, self.environment) = (theatre, environment)
    (self.cache, self.drawing) = (cache, drawing)
  }
}

/// A rung's whole part in an analysis: the survey of what depends on theatre and environment alone, the rung
/// under a posture, the groups that figures are told of, and what it finds beside figures.
///
/// `Vedette` lists the slices of the program; nothing else names a rung.
public protocol RungSlice: Sendable {
  /// Everything that its figures and annexes may be.
  static var findings: RungFindings { get }
  /// How many draws of a replicate are worth their time where so many are asked for: no more than these.
  static func draws(ofAsked asked: Int) -> Int

  /// Whether a scenario has anything of this rung.
  static func concerns(_ theatre: Theatre) -> Bool

  /// Surveys a scenario; nil where it has nothing of this rung.
  init?(_ context: SliceContext)

  /// What the survey found that speaks against the scenario, one sentence each.
  var doubts: [String] { get }

  /// The rung under a posture.
  ///
  /// - Parameter places: ids of the places that are asked for; nil for all.
  func rung(under posture: Theatre.Posture, places: Set<String>?) -> any Rung

  /// The groups of exposures that are asked for; groups of one subject stand together.
  ///
  /// - Parameter rungs: one a posture.
  func series(_ rungs: [any Rung], _ ask: Ask) -> [Series]

  /// A change in parts; nil where it has fewer than two that concern this rung.
  func split(_ before: String, _ after: String) -> SplitPostures?

  /// What the rung works out beside figures of its groups.
  func annexes(_ request: AnnexRequest) async throws -> AnnexFindings
}

extension RungSlice {
  public static var level: Level { findings.level }
  public static func draws(ofAsked asked: Int) -> Int { asked }
  public static func concerns(_ theatre: Theatre) -> Bool { true }
  public var doubts: [String] { [] }
  public func split(_ before: String, _ after: String) -> SplitPostures? { nil }
  public func annexes(_ request: AnnexRequest) async throws -> AnnexFindings { .init() }
}

/// A change of posture as subsets of its parts.
public struct SplitPostures: Sendable {
  /// Names of the parts as ids carry them.
  public let parts: [String]
  /// Postures that subsets are drawn under, and which of them each subset takes: subset `i` has part `p`
  /// where bit p of i is set.
  public let postures: [Theatre.Posture]
  public let postureOf: [Int]
  /// Threats that a subset has of those of its posture; nil for all.
  public let threats: [Set<String>?]
  /// Draws of a replicate.
  public let draws: Int

  /// - Precondition: a posture and a set of threats for each subset.
  public init(
    parts: [String], postures: [Theatre.Posture], postureOf: [Int], threats: [Set<String>?],
    draws: Int
  ) {
    precondition(
      postureOf.count == 1 << parts.count && threats.count == postureOf.count, "subsets")
    (self.parts, self.postures, self.postureOf) = (parts, postures, postureOf)
    (self.threats, self.draws) = (threats, draws)
  }
}

/// What is asked of a rung's annexes.
public struct AnnexRequest: Sendable {
  /// One of the postures of the scenario, with its rung.
  public typealias Posture = (posture: Theatre.Posture, rung: any Rung)
  public typealias Story =
    @Sendable (_ posture: String, _ replicate: Int, _ draw: Int) -> DrawnStory?
  public let ask: Ask
  public let postures: [Posture]
  /// What the groups of the rung came to.
  public let figures: FigureTable
  public let draws: Int
  public let seed: UInt64
  public let threads: Int
  /// What one draw comes to on the shortest rung.
  public let story: Story
  public let progress: Progress

  public init(
    ask: Ask, postures: [Posture], figures: FigureTable, draws: Int, seed: UInt64, threads: Int,
    story: @escaping Story, progress: @escaping Progress
  ) {
    (self.ask, self.postures, self.figures) = (ask, postures, figures)
    (self.draws, self.seed, self.threads) = (draws, seed, threads)
    (self.story, self.progress) = (story, progress)
  }

  /// The value of a figure of the rung's groups; nil where it has none.
  public func value(_ id: FigureID) -> Double? { figures[id: id]?.estimate.value }

  /// The rung of a posture, as the slice made it.
  public func rung<R: Rung>(_ posture: String, as kind: R.Type) -> R? {
    postures.first { $0.posture.id == posture }?.rung as? R
  }

  /// A posture as it is answered for; nil where it is not.
  public func posture(_ id: String) -> Theatre.Posture? {
    postures.first { $0.posture.id == id }?.posture
  }
}

/// One draw at one place: the threat that leaves least, with its marks.
public struct DrawnStory: Sendable {
  public let place, threat: String
  public let timeline: Timeline

  public init(place: String, threat: String, timeline: Timeline) {
    (self.place, self.threat, self.timeline) = (place, threat, timeline)
  }
}

/// Told what is being done, and how much of it is.
public typealias Progress = @Sendable (_ stage: String, _ done: Int, _ of: Int) -> Void

/// What a rung found beside figures of its groups.
public struct AnnexFindings: Sendable {
  public var annexes: [any Annex]
  public var figures: [Figure]
  /// Laws that these rest on beside those of the postures that are answered for.
  public var inputs: [Results.Input]

  public init(
    annexes: [any Annex] = [], figures: [Figure] = [], inputs: [Results.Input] = []
  ) {
    (self.annexes, self.figures, self.inputs) = (annexes, figures, inputs)
  }
}
