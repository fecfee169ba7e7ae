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

  static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor? {
    .watcher(ObserverSite(&declare, post))
  }
}

/// One area of observers in a posture.
struct ObserverSite: Watcher {
  let area: WatchedArea
  let way = AlertWay.observers
  private let ceiling: Input<Length>
  private let attention: Attention
  private let fastest: Input<Speed>

  init(_ declare: inout Declarations, _ post: SensorPost) {
    area = WatchedArea(&declare, post)
    ceiling = declare.catalogue(post.system.id, "ceiling")
    attention = Attention(&declare, post)
    fastest = declare.catalogue(post.system.id, "fastest")
  }

  func mayNotice(_ kind: any ThreatKind.Type) -> Bool { !kind.isBallistic }

  func watch(
    _ flight: some Flight, _ track: GreatCircle, _ draws: DrawBlock, _ group: Int
  ) -> Detection {
    let end = flight.flightTime
    let (entry, exit) = area.passage(of: track, draws, group)
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

  func notices(height: Double, speed: Double, _ draws: DrawBlock, _ group: Int) -> Noticed {
    Noticed(
      in: (draws[ceiling, group] .>= height) .& (draws[fastest, group] .>= speed)
        .& attention.lights(draws, group),
      radius: draws[area.radius, group], delay: draws[attention.delay, group])
  }
}
