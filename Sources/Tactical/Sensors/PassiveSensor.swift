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

  static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor {
    .watcher(Receiver(&declare, post))
  }
}

/// One receiver of a posture, in the standard atmosphere.
struct Receiver: Watcher {
  let site: Theatre.Site
  let processes: [String]?
  let way = AlertWay.track
  let farthest: Double
  private let radius, mast: Input<Length>
  private let attention: Attention
  private let fastest: Input<Speed>?
  private let middle: GreatCircle.Direction
  private static let standard = Lanes(repeating: 4.0 / 3)

  init(_ declare: inout Declarations, _ post: SensorPost) {
    (site, processes) = (post.site, post.system.processes)
    let id = post.system.id
    radius = declare.catalogue(id, "radius")
    mast = declare.catalogue(id, "mast")
    attention = Attention(&declare, post)
    fastest = declare.optional(id, "fastest")
    farthest = declare.range(of: id, "radius").upperBound
    middle = GreatCircle.Direction(site.position.direction)
  }

  func mayNotice(_ kind: any ThreatKind.Type) -> Bool { true }

  /// The first of 64 steps of the flight on which it is near enough and over the horizon, then bisection.
  func watch(
    _ flight: some Flight, _ track: GreatCircle, _ crossSection: CrossSection,
    _ draws: DrawBlock, _ group: Int
  ) -> Detection {
    let end = flight.flightTime
    var works = attention.notices(draws, group)
    if let fastest { works .&= flight.distance / end .<= draws[fastest, group] }
    guard any(works) else { return Detection(never: end) }
    let bearings = track.bearings(of: middle)
    func sees(_ t: Lanes) -> LaneMask {
      let (height, x) = flight.place(t)
      let d = Radar.earthRadius * LaneMath.angle(versine: track.versine(bearings, after: x))
      return (d .<= reach(height, draws, group)) .& works .& (t .< end)
    }
    var (low, high, found) = (Lanes.zero, end, LaneMask(repeating: false))
    for i in 0..<64 where !all(found) {
      let t = end * (Double(i) / 64)
      let seen = sees(t) .& .!found
      high.replace(with: t, where: seen)
      found .|= seen
      low.replace(with: t, where: .!found)
    }
    for _ in 0..<10 {
      let t = 0.5 * (low + high)
      let seen = sees(t)
      high.replace(with: t, where: seen .& found)
      low.replace(with: t, where: .!seen .& found)
    }
    let first = LaneMath.pick(end, high, where: found)
    return Detection(
      risen: first, detected: first,
      firm: LaneMath.least(first + draws[attention.delay, group], end))
  }

  private func reach(_ height: Lanes, _ draws: DrawBlock, _ group: Int) -> Lanes {
    LaneMath.least(
      draws[radius, group],
      Radar.horizon(height: draws[mast, group], k: Receiver.standard)
        + Radar.horizon(height: height, k: Receiver.standard))
  }

  func notices(_ low: LowFlight, _ draws: DrawBlock, _ group: Int) -> (
    where: LaneMask, radius: Lanes, delay: Lanes
  ) {
    var hears = attention.lights(draws, group)
    if let fastest { hears .&= draws[fastest, group] .>= low.speed }
    return (hears, reach(Lanes(repeating: low.height), draws, group), draws[attention.delay, group])
  }
}
