internal import Geodesy
internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Listeners or watchers on the ground over an area: whoever passes low and slow enough is reported.
struct ObserverKind {
  static let fields = FieldTable(
    "observer-line", "acoustic sensors or observers over an area",
    [
      Field("radius", Length.self, "radius of the area covered", in: 500...1_000_000),
      Field("ceiling", Length.self, "highest passage that is noticed", in: 50...20_000),
      Field(
        "delay", TimeSpan.self, "from the passage of the edge to a firm report", kind: .chance,
        in: 0...3_600),
      Field(
        "probability", Ratio.self, "share of passages that are noticed", in: 0.01...1),
      Field(
        "availability", Ratio.self, "share of time it works", kind: .chance, in: 0.01...1),
      Field(
        "fastest", Speed.self, "highest speed of what it reports", in: 1...2_000),
    ])

  let radius: Input<Length>
  let ceiling: Input<Length>
  let delay: Input<TimeSpan>
  let probability: Input<Ratio>
  let availability: Input<Ratio>
  let fastest: Input<Speed>
  let widest: Double
  let processes: [String]?

  init(_ declare: inout Declarations, system: Document.System) {
    radius = declare.catalogue(system.id, "radius")
    ceiling = declare.catalogue(system.id, "ceiling")
    delay = declare.catalogue(system.id, "delay")
    probability = declare.catalogue(system.id, "probability")
    availability = declare.catalogue(system.id, "availability")
    fastest = declare.catalogue(system.id, "fastest")
    let column = declare.inputs.column(of: Address("catalogue", system.id, "radius"))!
    widest = declare.inputs.declared[column].law.range.upperBound
    processes = system.processes
  }
}

/// One area of observers in a posture.
struct ObserverSite {
  let site: Theatre.Site
  let kind: ObserverKind
  private let outage: Input<Ratio>
  private let noticed: Input<Ratio>
  private let middle: GreatCircle.Direction

  init(_ declare: inout Declarations, site: Theatre.Site, kind: ObserverKind) {
    (self.site, self.kind) = (site, kind)
    let one = Law(.chance, .uniform(low: 0, high: 1))
    outage = declare.own(Address("site", site.id, "outage"), one)
    noticed = declare.own(Address("site", site.id, "luck"), one)
    middle = GreatCircle.Direction(site.position.direction)
  }

  /// When it sees and reports a flight; the flight's end where it does not.
  func report(
    _ flight: some Flight, _ track: GreatCircle, _ draws: DrawBlock, _ group: Int
  ) -> Detection {
    let end = flight.flightTime
    let never = Detection(risen: end, detected: end, firm: end)
    let (entry, exit) = track.passage(
      track.bearings(of: middle), within: draws[kind.radius, group] / Radar.earthRadius)
    let first = LaneMath.greatest(entry, .zero)
    guard let (speed, time) = flight.heard(at: first) else { return never }
    let low = flight.place(time).altitude .<= draws[kind.ceiling, group]
    let works =
      (draws[outage, group] .< draws[kind.availability, group])
      .& (draws[noticed, group] .< draws[kind.probability, group])
    let heard: LaneMask =
      works .& low .& (speed .<= draws[kind.fastest, group]) .& (exit .> 0) .& (entry .<= exit)
      .& (time .< end)
    let firm = LaneMath.least(time + draws[kind.delay, group], end)
    return Detection(
      risen: LaneMath.pick(end, time, where: heard),
      detected: LaneMath.pick(end, time, where: heard),
      firm: LaneMath.pick(end, firm, where: heard))
  }
}
