public import Quantities

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

  public var json: Json {
    .object([
      ("widthKilometres", .number(width)), ("smoothEarth", .bool(isSmooth)),
      ("hexagons", .array(hexagons.map(\.json))),
      ("maps", .array(maps.map(\.json))),
      ("gaps", .object(gaps.map { ($0.threat, .string($0.words)) })),
    ])
  }

  public static var schema: Json {
    .record([
      ("widthKilometres", .type("number")), ("smoothEarth", .type("boolean")),
      ("hexagons", .list(of: Hexagon.schema)), ("maps", .list(of: Map.schema)),
      ("gaps", .map(to: .type("string"))),
    ])
  }
}

extension Results.LowLevel.Hexagon {
  fileprivate var json: Json {
    .object([
      ("id", .string(id)), ("country", .string(country)), ("people", .integer(people)),
      ("corners", .array(corners.map { .array([.number($0.x), .number($0.y)]) })),
    ])
  }

  fileprivate static var schema: Json {
    .record([
      ("id", .type("string")), ("country", .type("string")), ("people", .type("integer")),
      ("corners", .list(of: .list(of: .type("number")))),
    ])
  }
}

extension Results.LowLevel.Map {
  /// Whole minutes; −1 where the arrival comes before any alert, null where nothing reaches.
  fileprivate var json: Json {
    .object([
      ("posture", .string(posture)), ("class", .string(threat)), ("variant", .string(variant)),
      (
        "minutes",
        .array(
          left.map { left in
            switch left {
            case .outOfReach: .null
            case .unalerted: .integer(-1)
            case .minutes(let minutes): .integer(minutes)
            }
          })
      ),
    ])
  }

  fileprivate static var schema: Json {
    .record([
      ("posture", .type("string")), ("class", .type("string")), ("variant", .type("string")),
      ("minutes", .list(of: .nullable("integer"))),
    ])
  }
}
