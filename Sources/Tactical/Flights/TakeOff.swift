internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

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
