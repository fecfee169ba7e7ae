internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A scanning radar on a mast.
enum GroundRadarKind: SensorKind {
  static let fields = FieldTable(
    "ground-radar", "a scanning radar on the ground",
    sign: KindSign("ground radars", "15", "220300", "R"),
    RadarFigures.fields + [
      Field("ceiling", Length.self, "a gate: nothing is processed above", in: 100...2_000_000),
      Field("mast", Length.self, "height of the antenna above the ground", in: 0...500),
      Field(
        "sector", Angle.self, "width of the sector it looks at, around its site's facing",
        required: false, in: 0.01...6.2832),
      Field(
        "lowest_elevation", Angle.self, "a gate: nothing below", required: false, in: -0.2...1.5),
      Field(
        "highest_elevation", Angle.self, "a gate: nothing above", required: false, in: 0...1.571),
    ],
    orders: [
      ("minimum_range", "instrumented_range"), ("lowest_elevation", "highest_elevation"),
      ("mast", "ceiling"),
    ])

  static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor? {
    guard post.site.ground != nil || post.survey.environment.hasGround(at: post.site.position)
    else { return nil }
    let id = post.system.id
    let figures = RadarFigures(
      &declare, system: post.system,
      mount: .mast(declare.catalogue(id, "mast"), ceiling: declare.catalogue(id, "ceiling")))
    return .radar(RadarSite(&declare, post, figures, keepouts: []))
  }
}
