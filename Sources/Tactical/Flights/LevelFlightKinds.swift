internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Threats that fly level: drones with the wind, cruise missiles and aircraft against their speed over
/// the ground.
struct LevelFlightKind {
  private static func fields(
    speed: Field, range: String, heights: ClosedRange<Double> = 10...20_000, more: [Field]
  ) -> [Field] {
    [
      Field("range", Length.self, range, in: 1_000...20_000_000),
      speed,
      Field(
        "altitude", Length.self, "height above the ground, the other side's choice",
        kind: .adversary, in: heights),
      Field(
        "radar_cross_section", Area.self, "radar cross-section", kind: .chance, in: 1e-4...100),
    ] + more + SalvoKind.fields
  }

  static let drone = FieldTable(
    "one-way-drone", "a slow propeller or jet drone or loitering munition that does not return",
    fields(
      speed: Field("air_speed", Speed.self, "speed through the air", in: 10...400),
      range: "greatest distance it flies",
      more: [
        Field(
          "endurance", TimeSpan.self, "longest time in the air", required: false, in: 60...864_000),
        Field(
          "climb_rate", Speed.self, "climb after launch", required: false, in: 0.1...100),
      ]))

  static let cruise = FieldTable(
    "cruise", "a cruise missile",
    fields(
      // from skimming the sea to what is called hypersonic: Mach 9 at 40 km
      speed: Field("speed", Speed.self, "speed over the ground", in: 50...3_100),
      range: "greatest distance it flies from its launch", heights: 5...40_000,
      more: [TakeOff.field]))

  static let aircraft = FieldTable(
    "aircraft", "a manned aircraft",
    fields(
      speed: Field("speed", Speed.self, "speed over the ground", in: 50...1_500),
      range: "combat radius", more: []))

  let range: Input<Length>
  let speed: Input<Speed>
  let altitude: Input<Length>
  let crossSection: Input<Area>
  let endurance: Input<TimeSpan>?
  let climb: Input<Speed>?
  /// Whether its speed is through the air.
  let drifts: Bool
  /// Highest altitude it can be given, m.
  let ceiling: Double

  init(_ declare: inout Declarations, system: String, table: FieldTable) {
    drifts = table.name == LevelFlightKind.drone.name
    ceiling = table["altitude"]!.range.upperBound
    range = declare.catalogue(system, "range")
    speed = declare.catalogue(system, drifts ? "air_speed" : "speed")
    altitude = declare.catalogue(system, "altitude")
    crossSection = declare.catalogue(system, "radar_cross_section")
    endurance = declare.optional(system, "endurance")
    climb = declare.optional(system, "climb_rate")
  }

  func flight(
    _ distance: Lanes, wind: (along: Lanes, across: Lanes), _ draws: DrawBlock, _ group: Int
  ) -> LevelFlight {
    let air = draws[speed, group]
    return LevelFlight(
      speed: drifts ? LevelFlight.groundSpeed(air, wind: wind) : air,
      height: draws[altitude, group],
      climb: climb.map { draws[$0, group] } ?? Lanes(repeating: LevelFlight.released),
      distance: distance)
  }

  /// How far it flies, m.
  func reach(_ draws: DrawBlock, _ group: Int) -> Lanes {
    let fuel = draws[range, group]
    guard let endurance else { return fuel }
    return LaneMath.least(fuel, draws[endurance, group] * draws[speed, group])
  }
}

/// How many are launched together, and how fast one after the other.
struct SalvoKind {
  static let fields = [
    Field(
      "salvo_size", Ratio.self, "missiles of one raid against one place", kind: .adversary,
      required: false, in: 1...1_000),
    Field(
      "salvo_interval", TimeSpan.self, "between two launches", required: false, in: 0...36_000),
  ]

  let size: Input<Ratio>?
  let interval: Input<TimeSpan>?

  init(_ declare: inout Declarations, system: String) {
    size = declare.optional(system, "salvo_size")
    interval = declare.optional(system, "salvo_interval")
  }

  /// From the first arrival to the last, s.
  func length(_ draws: DrawBlock, _ group: Int) -> Lanes {
    guard let size, let interval else { return .zero }
    return LaneMath.greatest(draws[size, group] - 1, .zero) * draws[interval, group]
  }
}

/// What carries a missile to its launch may be seen taking off.
struct TakeOff {
  static let field = Field(
    "takeoff_lead", TimeSpan.self, "from the carrier's take-off to the launch", kind: .adversary,
    required: false, in: 0...86_400)

  let lead: Input<TimeSpan>?

  init(_ declare: inout Declarations, system: String) {
    lead = declare.optional(system, "takeoff_lead")
  }
}
