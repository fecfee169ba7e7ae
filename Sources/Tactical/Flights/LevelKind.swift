internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A kind that flies level at a height which the other side chooses.
protocol LevelKind: ThreatKind {
  var level: LevelFigures { get }
}

/// What kinds that fly level have in common.
struct LevelFigures {
  /// The fields of such a kind.
  ///
  /// - Parameters:
  ///   - range: what its greatest distance is.
  ///   - more: fields of the kind alone.
  static func fields(
    speed: Field, range: String, heights: ClosedRange<Double> = 10...20_000, more: [Field] = []
  ) -> [Field] {
    [
      Field("range", Length.self, range, in: 1_000...20_000_000),
      speed,
      Field(
        "altitude", Length.self, "height above the ground, the other side's choice",
        kind: .adversary, in: heights),
    ] + CrossSection.fields + more + SalvoKind.fields
  }

  static let groundSpeed = Field("speed", Speed.self, "speed over the ground", in: 50...1_500)

  let range: Input<Length>
  let speed: Input<Speed>
  let altitude: Input<Length>
  let crossSection: CrossSection
  let endurance: Input<TimeSpan>?
  let climb: Input<Speed>?
  /// Whether its speed is through the air.
  let drifts: Bool
  /// Greatest height that may be written of it, m.
  let ceiling: Double
  /// What is drawn of its height, m.
  let heights: ClosedRange<Double>

  /// - Parameter speed: the field of its speed; `air_speed` drifts with the wind.
  init(
    _ declare: inout Declarations, system: String, speed field: String = "speed",
    of table: FieldTable
  ) {
    drifts = field == "air_speed"
    ceiling = table["altitude"]!.range.upperBound
    range = declare.catalogue(system, "range")
    speed = declare.catalogue(system, field)
    altitude = declare.catalogue(system, "altitude")
    heights = declare.range(of: system, "altitude")
    crossSection = CrossSection(&declare, system: system)
    endurance = declare.optional(system, "endurance")
    climb = declare.optional(system, "climb_rate")
  }

  /// How far it flies, m.
  func reach(_ draws: DrawBlock, _ group: Int) -> Lanes {
    let fuel = draws[range, group]
    guard let endurance else { return fuel }
    return LaneMath.least(fuel, draws[endurance, group] * draws[speed, group])
  }
}

extension LevelKind {
  var ceiling: Double { level.ceiling }
  var drifts: Bool { level.drifts }

  var crossSection: CrossSection { level.crossSection }

  func levelHeight(_ draws: DrawBlock, _ group: Int) -> Lanes? { draws[level.altitude, group] }

  func reach(_ draws: DrawBlock, _ group: Int) -> (least: Lanes, greatest: Lanes) {
    (.zero, level.reach(draws, group))
  }

  func fly(_ leg: Leg, into block: inout TimelineBlock) {
    let air = leg(level.speed)
    leg.tell(
      LevelFlight(
        speed: drifts ? LevelFlight.groundSpeed(air, wind: leg.wind) : air,
        height: leg(level.altitude),
        climb: level.climb.map { leg($0) } ?? Lanes(repeating: LevelFlight.released),
        distance: leg.length), into: &block)
  }
}
