internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// A receiver that sends nothing: it hears what a target emits, or sees foreign transmitters in its echo.
enum PassiveSensorKind: SensorKind {
  static let fields = FieldTable(
    "passive-sensor", "a receiver of emissions or of foreign transmitters' echoes",
    sign: KindSign("passive sensors", "15", "220300", "P"),
    [
      Field(
        "radius", Length.self, "how far it notices a target that is over its horizon",
        in: 500...1_000_000),
      Field("mast", Length.self, "height of the antenna above the ground", in: 0...500),
      Field(
        "fastest", Speed.self, "highest speed over the ground of what it follows", required: false,
        in: 1...10_000),
    ]
      + Attention.fields(
        delay: "from the first notice to a firm track",
        noticed: "share of targets that are noticed, because they emit or are lit"))

  static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor? {
    .watcher(Receiver(&declare, post))
  }
}

/// One receiver of a posture, in the standard atmosphere.
struct Receiver: Watcher {
  let area: WatchedArea
  let way = AlertWay.track
  private let mast: Input<Length>
  private let attention: Attention
  private let fastest: Input<Speed>?
  private static let standard = Lanes(repeating: 4.0 / 3)

  init(_ declare: inout Declarations, _ post: SensorPost) {
    area = WatchedArea(&declare, post)
    mast = declare.catalogue(post.system.id, "mast")
    attention = Attention(&declare, post)
    fastest = declare.optional(post.system.id, "fastest")
  }

  func mayNotice(_ kind: any ThreatKind.Type) -> Bool { true }

  /// From when it is near enough and over the horizon.
  func watch(
    _ flight: some Flight, _ track: GreatCircle, _ draws: DrawBlock, _ group: Int
  ) -> Detection {
    let end = flight.flightTime
    var works = attention.notices(draws, group)
    if let fastest { works .&= flight.distance / end .<= draws[fastest, group] }
    guard any(works) else { return Detection(never: end) }
    let bearings = track.bearings(of: area.middle)
    let first = flight.first(after: 64) { height, x in
      let d = Radar.earthRadius * LaneMath.angle(versine: track.versine(bearings, after: x))
      return (d .<= reach(height, draws, group)) .& works
    }
    return Detection(
      risen: first, detected: first,
      firm: LaneMath.least(first + draws[attention.delay, group], end))
  }

  private func reach(_ height: Lanes, _ draws: DrawBlock, _ group: Int) -> Lanes {
    LaneMath.least(
      draws[area.radius, group],
      Radar.horizon(height: draws[mast, group], k: Receiver.standard)
        + Radar.horizon(height: height, k: Receiver.standard))
  }

  func notices(height: Double, speed: Double, _ draws: DrawBlock, _ group: Int) -> Noticed {
    var hears = attention.lights(draws, group)
    if let fastest { hears .&= draws[fastest, group] .>= speed }
    return Noticed(
      in: hears, radius: reach(Lanes(repeating: height), draws, group),
      delay: draws[attention.delay, group])
  }
}
