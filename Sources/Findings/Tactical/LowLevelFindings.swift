internal import Quantities

extension Results {
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
}

extension Results.LowLevel: Annex {
  public static let key = "lowLevel"

  public static let shape = Shape.record(
    { Results.LowLevel(width: $0, hexagons: $2, maps: $3, gaps: $4, isSmooth: $1) },
    Member("widthKilometres", "Of a hexagon, from side to side.", .exact) { $0.width },
    Member("smoothEarth", "Whether a smooth Earth stands for terrain that is too coarse.", .flag) {
      $0.isSmooth
    },
    Member("hexagons", "Areas that are told of.", Hexagon.shape.list) { $0.hexagons },
    Member("maps", "What is left in each of them.", Map.shape.list) { $0.maps },
    Member("gaps", "Where the gaps are and what kind of sensor would close them.", Gap.shape.list) {
      $0.gaps
    })

  private typealias Member<Part> = Shape<Results.LowLevel>.Member<Part>
}

extension Results.LowLevel.Hexagon {
  fileprivate static let shape = Shape.record(
    { Results.LowLevel.Hexagon(id: $0, country: $1, corners: $3, people: $2) },
    Member("id", "Its name.", .text) { $0.id },
    Member("country", "Two-letter code.", .text) { $0.country },
    Member("people", "Of the towns in it.", .integer) { $0.people },
    Member(
      "corners", "Longitude and latitude, degrees.",
      Shape<Double>.number.list.standing(
        for: "two numbers", { [$0.x, $0.y] },
        { $0.count == 2 ? SIMD2($0[0], $0[1]) : nil } as @Sendable ([Double]) -> SIMD2<Double>?
      ).list
    ) { $0.corners })

  private typealias Member<Part> = Shape<Results.LowLevel.Hexagon>.Member<Part>
}

extension Results.LowLevel.Map {
  fileprivate static let shape = Shape.record(
    { Results.LowLevel.Map(posture: $0, threat: $1, variant: $2, left: $3) },
    Member("posture", "Id of the posture.", .text) { $0.posture },
    Member("class", "Class of threat.", .text) { $0.threat },
    Member("variant", "Pessimistic or optimistic end, with which sensors.", .text) { $0.variant },
    Member(
      "minutes",
      "By hexagon, whole minutes; −1 where the arrival comes before any alert, null where nothing reaches.",
      Shape<Int>.integer.orNull.standing(
        for: "minutes", Results.LowLevel.Left.minutes, Results.LowLevel.Left.init
      ).list
    ) { $0.left })

  private typealias Member<Part> = Shape<Results.LowLevel.Map>.Member<Part>
}

extension Results.LowLevel.Left {
  @Sendable fileprivate static func minutes(_ left: Results.LowLevel.Left) -> Int? {
    switch left {
    case .outOfReach: nil
    case .unalerted: -1
    case .minutes(let minutes): minutes
    }
  }

  @Sendable fileprivate init?(_ minutes: Int?) {
    self = minutes.map { $0 < 0 ? .unalerted : .minutes($0) } ?? .outOfReach
  }
}

extension Results.LowLevel.Gap {
  fileprivate static let shape = Shape.record(
    { Results.LowLevel.Gap(threat: $0, words: $1) },
    Shape<Results.LowLevel.Gap>.Member("class", "Class of threat.", .text) { $0.threat },
    Shape<Results.LowLevel.Gap>.Member("words", "What would close them.", .text) { $0.words })
}
