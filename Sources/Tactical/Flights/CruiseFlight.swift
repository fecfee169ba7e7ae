internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Cruise missiles, from skimming the sea to what is called hypersonic: Mach 9 at 40 km.
struct CruiseKind: LevelKind {
  static let fields = FieldTable(
    "cruise", "a cruise missile",
    sign: KindSign("cruise missiles", "10", "130700", "M"),
    LevelFigures.fields(
      speed: Field("speed", Speed.self, "speed over the ground", in: 50...3_100),
      range: "greatest distance it flies from its launch", heights: 5...40_000,
      more: [TakeOff.field]))
  static let practice = PracticeRule("cruise", .ahead, speed: 190...250)

  let level: LevelFigures

  init(_ declare: inout Declarations, system: String) {
    level = LevelFigures(&declare, system: system, of: CruiseKind.fields)
  }
}
