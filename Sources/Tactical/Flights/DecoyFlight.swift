internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Cheap drones that are sent to be seen; they fly as one-way drones do, and are told of as those where nobody tells them
/// apart.
struct DecoyKind: LevelKind {
  static let fields = FieldTable(
    "decoy-drone", "a drone that is sent to be taken for another",
    sign: KindSign("decoy drones", "10", "121900", "D"),
    DroneKind.ownFields)
  static let practice = PracticeRule(
    "decoy-drone", .ahead, speed: 35...50, takenWith: ["one-way-drone"])

  let level: LevelFigures

  init(_ declare: inout Declarations, system: String) {
    level = LevelFigures(&declare, system: system, speed: "air_speed", of: DecoyKind.fields)
  }
}
