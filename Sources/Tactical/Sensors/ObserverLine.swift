internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Listeners or watchers on the ground over an area: whoever passes low and slow enough is reported.
enum ObserverKind: SensorKind {
  static let fields = FieldTable(
    "observer-line", "acoustic sensors or observers over an area",
    sign: KindSign("observers", "10", "121200", "O"),
    [
      Field("radius", Length.self, "radius of the area covered", in: 500...1_000_000),
      Field("ceiling", Length.self, "highest passage that is noticed", in: 50...20_000),
      Field(
        "fastest", Speed.self, "highest speed of what it reports", in: 1...2_000),
    ]
      + Attention.fields(
        delay: "from the passage of the edge to a firm report",
        noticed: "share of passages that are noticed"))

  static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor {
    .watcher(ObserverSite(&declare, post))
  }
}

/// One area of observers in a posture.
struct ObserverSite: Watcher {
  let site: Theatre.Site
  let processes: [String]?
  let way = AlertWay.observers
  let farthest: Double
  private let radius: Input<Length>
  private let ceiling: Input<Length>
  private let attention: Attention
  private let fastest: Input<Speed>
  private let middle: GreatCircle.Direction

  init(_ declare: inout Declarations, _ post: SensorPost) {
    site = post.site
    let id = post.system.id
    processes = post.system.processes
    radius = declare.catalogue(id, "radius")
    ceiling = declare.catalogue(id, "ceiling")
    attention = Attention(&declare, post)
    fastest = declare.catalogue(id, "fastest")
    farthest = declare.range(of: id, "radius").upperBound
    middle = GreatCircle.Direction(site.position.direction)
  }

  func mayNotice(_ kind: any ThreatKind.Type) -> Bool { !kind.isBallistic }

  func watch(
    _ flight: some Flight, _ track: GreatCircle, _ crossSection: CrossSection,
    _ draws: DrawBlock, _ group: Int
  ) -> Detection {
    let end = flight.flightTime
    let (entry, exit) = track.passage(
      track.bearings(of: middle), within: draws[radius, group] / Radar.earthRadius)
    let first = LaneMath.greatest(entry, .zero)
    guard let (speed, time) = flight.heard(at: first) else { return Detection(never: end) }
    let low = flight.place(time).altitude .<= draws[ceiling, group]
    let works = attention.notices(draws, group)
    let heard: LaneMask =
      works .& low .& (speed .<= draws[fastest, group]) .& (exit .> 0) .& (entry .<= exit)
      .& (time .< end)
    let firm = LaneMath.least(time + draws[attention.delay, group], end)
    return Detection(
      risen: LaneMath.pick(end, time, where: heard),
      detected: LaneMath.pick(end, time, where: heard),
      firm: LaneMath.pick(end, firm, where: heard))
  }

  func notices(_ low: LowFlight, _ draws: DrawBlock, _ group: Int) -> (
    where: LaneMask, radius: Lanes, delay: Lanes
  ) {
    (
      (draws[ceiling, group] .>= low.height) .& (draws[fastest, group] .>= low.speed)
        .& attention.lights(draws, group),
      draws[radius, group], draws[attention.delay, group]
    )
  }
}
