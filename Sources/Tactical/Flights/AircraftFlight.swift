internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Manned aircraft.
struct AircraftKind: LevelKind {
  static let fields = FieldTable(
    "aircraft", "a manned aircraft",
    sign: KindSign("aircraft", "01", "110100", "A"),
    LevelFigures.fields(speed: LevelFigures.groundSpeed, range: "combat radius"))
  static let practice = PracticeRule("aircraft", .ahead, speed: 200...300)

  let level: LevelFigures

  init(_ declare: inout Declarations, system: String) {
    level = LevelFigures(&declare, system: system, of: AircraftKind.fields)
  }
}
