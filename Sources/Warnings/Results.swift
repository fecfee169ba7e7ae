public import Quantities

/// One number that the briefing may print.
public struct Figure: Identifiable, Hashable, Sendable {
  /// `rung/place-or-region/quantity/posture[~posture]/statistic`.
  public let id: String
  public let estimate: Estimate
  public let unit: String
  /// Draws it rests on.
  public let draws: Int
  /// Draws that are left out, by reason.
  public let absent: [String: Int]
  /// What its exposures depend on.
  public let inputs: [Address]

  public init(
    id: String, estimate: Estimate, unit: String, draws: Int, absent: [String: Int] = [:],
    inputs: [Address]
  ) {
    (self.id, self.estimate, self.unit) = (id, estimate, unit)
    precondition(
      id.split(separator: "/").dropFirst(2).first.map(Limits.mayPublish) ?? false,
      "a figure outside the limits: \(id)")
    (self.draws, self.absent, self.inputs) = (draws, absent, inputs)
  }

  /// The parts of an id: rung, place, quantity, posture, statistic.
  public var parts: [Substring] { id.split(separator: "/") }
}

/// What a run of a scenario found, with everything it rests on.
public struct Results: Sendable {
  public struct Input: Hashable, Sendable {
    public let address: Address
    public let law: Law
    public let unit: String
    /// The posture that sets this law; nil for the law of all others.
    public let posture: String?

    public init(address: Address, law: Law, unit: String, posture: String? = nil) {
      (self.address, self.law, self.unit, self.posture) = (address, law, unit, posture)
    }
  }

  /// A layer that was used.
  public struct Data: Hashable, Sendable {
    public let layer, version, sha256, licence, attribution: String

    public init(
      layer: String, version: String, sha256: String, licence: String, attribution: String
    ) {
      (self.layer, self.version, self.sha256) = (layer, version, sha256)
      (self.licence, self.attribution) = (licence, attribution)
    }
  }

  /// A claim on trial: its words and how often it held.
  public struct Trial: Identifiable, Hashable, Sendable {
    public let id, words, saidBy: String
    public let source: String?
    public let figure: String
    /// The predicate in words.
    public let predicate: String

    public init(
      id: String, words: String, saidBy: String, source: String?, figure: String, predicate: String
    ) {
      (self.id, self.words, self.saidBy, self.source) = (id, words, saidBy, source)
      (self.figure, self.predicate) = (figure, predicate)
    }
  }

  /// What low approaches leave, by hexagon; whole minutes, and nothing finer than the hexagons.
  public struct LowLevel: Hashable, Sendable {
    /// A hexagon: its corners as longitude and latitude, degrees, and the people of its towns.
    public struct Hexagon: Identifiable, Hashable, Sendable {
      public let id: String
      public let country: String
      public let corners: [SIMD2<Double>]
      public let people: Int

      public init(id: String, country: String, corners: [SIMD2<Double>], people: Int) {
        (self.id, self.country, self.corners, self.people) = (id, country, corners, people)
      }
    }

    /// What one posture leaves of a class under one variant.
    public struct Map: Hashable, Sendable {
      public let posture, threat, variant: String
      /// By hexagon: from the alert to the arrival.
      public let left: [Left]

      public init(posture: String, threat: String, variant: String, left: [Left]) {
        (self.posture, self.threat, self.variant, self.left) = (posture, threat, variant, left)
      }
    }

    public enum Left: Hashable, Sendable {
      case outOfReach
      /// Arrival before any alert.
      case unalerted
      /// From the first channel going out to the arrival, whole minutes.
      case minutes(Int)

      /// In order of what is left: nothing first.
      public var rank: Int {
        switch self {
        case .unalerted: -1
        case .minutes(let minutes): minutes
        case .outOfReach: .max
        }
      }
    }

    /// Kilometres from side to side.
    public let width: Double
    public let hexagons: [Hexagon]
    public let maps: [Map]
    /// Where the gaps of a class are and what kind of sensor would close them.
    public struct Gap: Hashable, Sendable {
      public let threat, words: String

      public init(threat: String, words: String) { (self.threat, self.words) = (threat, words) }
    }

    public let gaps: [Gap]
    /// Whether a smooth Earth stands for terrain that is too coarse.
    public let isSmooth: Bool

    public init(
      width: Double, hexagons: [Hexagon], maps: [Map], gaps: [Gap], isSmooth: Bool
    ) {
      precondition(width >= 10, "hexagons of \(width) km")
      (self.width, self.hexagons, self.maps) = (width, hexagons, maps)
      (self.gaps, self.isSmooth) = (gaps, isSmooth)
    }

    public func map(_ posture: String, _ threat: String, _ variant: String) -> Map? {
      maps.first { $0.posture == posture && $0.threat == threat && $0.variant == variant }
    }
  }

  public let version: String
  public let scenario: String
  public let scenarioHash: String
  public let seed: UInt64
  public let replicates: Int
  public let draws: Int
  public let data: [Data]
  public let figures: [Figure]
  public let inputs: [Input]
  public let claims: [Claim]
  public let sources: [Source]
  public let trials: [Trial]
  /// Nil where the scenario has no net of tracks with a border.
  public let lowLevel: LowLevel?
  /// Nil where the scenario has no indicators.
  public let strategic: Strategic?

  public init(
    version: String, scenario: String, scenarioHash: String, seed: UInt64, replicates: Int,
    draws: Int, data: [Data], figures: [Figure], inputs: [Input], claims: [Claim],
    sources: [Source], trials: [Trial], lowLevel: LowLevel? = nil,
    strategic: Strategic? = nil
  ) {
    (self.lowLevel, self.strategic) = (lowLevel, strategic)
    (self.version, self.scenario, self.scenarioHash) = (version, scenario, scenarioHash)
    (self.seed, self.replicates, self.draws, self.data) = (seed, replicates, draws, data)
    (self.figures, self.inputs, self.claims) = (figures, inputs, claims)
    (self.sources, self.trials) = (sources, trials)
  }

  /// A figure by its id.
  public func figure(_ id: String) -> Figure? { figures.first { $0.id == id } }
}

extension Results {
  /// The figures of one place, with everything else kept.
  public func only(place: String) -> Results {
    Results(
      version: version, scenario: scenario, scenarioHash: scenarioHash, seed: seed,
      replicates: replicates, draws: draws, data: data,
      figures: figures.filter { $0.parts.count == 5 && $0.parts[1] == place }, inputs: inputs,
      claims: claims, sources: sources, trials: [])
  }
}
