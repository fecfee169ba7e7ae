internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A scanning radar in the air, which keeps clear of hostile air defence.
enum AirborneRadarKind: SensorKind {
  static let fields = FieldTable(
    "airborne-radar", "a scanning radar in the air, somewhere on its orbit",
    sign: KindSign("airborne radars", "01", "110116", "E"),
    RadarFigures.fields + [
      Field("altitude", Length.self, "altitude of the orbit", in: 1_000...30_000),
      Field(
        "orbit_radius", Length.self, "radius of the orbit around the middle that is published",
        kind: .chance, in: 1_000...500_000),
      Field(
        "standoff", Length.self, "margin kept from the reach of hostile air defence",
        kind: .defender, required: false, in: 0...1_000_000),
    ], orders: [("minimum_range", "instrumented_range")])

  static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor? {
    let id = post.system.id
    let figures = RadarFigures(
      &declare, system: post.system,
      mount: .orbit(
        altitude: declare.catalogue(id, "altitude"), radius: declare.catalogue(id, "orbit_radius"),
        standoff: declare.optional(id, "standoff")))
    return .radar(RadarSite(&declare, post, figures, keepouts: post.keepouts(&declare)))
  }
}
