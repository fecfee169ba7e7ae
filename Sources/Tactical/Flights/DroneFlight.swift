internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// One-way drones and loitering munitions, which the wind moves.
struct DroneKind: LevelKind {
  static let fields = FieldTable(
    "one-way-drone", "a slow propeller or jet drone or loitering munition that does not return",
    sign: KindSign("one-way drones", "10", "121900", "D"),
    ownFields)
  /// The fields of what flies through moving air.
  static let ownFields =
    LevelFigures.fields(
      speed: Field("air_speed", Speed.self, "speed through the air", in: 10...400),
      range: "greatest distance it flies",
      more: [
        Field(
          "endurance", TimeSpan.self, "longest time in the air", required: false, in: 60...864_000),
        Field(
          "climb_rate", Speed.self, "climb after launch", required: false, in: 0.1...100),
      ])

  static let practice = PracticeRule("one-way-drone", .ahead, speed: 40...55)

  let level: LevelFigures

  init(_ declare: inout Declarations, system: String) {
    level = LevelFigures(&declare, system: system, speed: "air_speed", of: DroneKind.fields)
  }
}
