internal import Geodesy
package import Kernels
internal import Quantities
package import Scenarios
package import Tactical
package import Theatre
package import Timelines

/// A kind of threat that is only a test: a balloon that rises for half of its way and sinks for the other half.
package struct ToyBalloon: ThreatKind {
  package static let fields = FieldTable(
    "balloon", "a balloon across the sea", sign: KindSign("balloons", "01", "110100", "B"),
    [
      Field("range", Length.self, "how far the gas lasts", in: 1_000...10_000_000),
      Field("speed", Speed.self, "of the wind that carries it", in: 1...100),
      Field("top", Length.self, "height in the middle of its way", in: 10...40_000),
    ] + CrossSection.fields)
  package static let practice = PracticeRule("balloon", .ahead, speed: 5...30)
  package let ceiling = 40_000.0
  package let crossSection: CrossSection

  private let range: Input<Length>
  private let speed: Input<Speed>
  private let top: Input<Length>

  package init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    speed = declare.catalogue(system, "speed")
    top = declare.catalogue(system, "top")
    crossSection = CrossSection(&declare, system: system)
  }

  package func reach(_ draws: DrawBlock, _ group: Int) -> (least: Lanes, greatest: Lanes) {
    (.zero, draws[range, group])
  }

  package func fly(_ leg: Leg, into block: inout TimelineBlock) {
    leg.tell(ToyFlight(distance: leg.length, speed: leg(speed), top: leg(top)), into: &block)
  }
}

/// Up and down along two straight lines.
struct ToyFlight: Flight {
  let distance, speed, top: Lanes
  var flightTime: Lanes { distance / speed }

  func place(_ t: Lanes) -> (altitude: Lanes, travelled: Lanes) {
    let share = t / flightTime
    return (2 * top * LaneMath.least(share, 1 - share), speed * t)
  }

  func earliest(at x: Lanes) -> Lanes { x / speed }
  func confined(to region: Lanes) -> Lanes { .zero }
  func heard(at x: Lanes) -> (speed: Lanes, time: Lanes)? { (speed, x / speed) }
}

/// A kind of sensor that is only a test: it reports, so long after, whatever comes so near.
package enum ToyTripwire: SensorKind {
  package static let fields = FieldTable(
    "tripwire", "a wire around a site", sign: KindSign("tripwires", "10", "121200", "T"),
    [
      Field("radius", Length.self, "how far it is strung", in: 100...1_000_000),
      Field("delay", TimeSpan.self, "until the bell rings", in: 0...3_600),
    ])

  package static func sensor(_ declare: inout Declarations, _ post: SensorPost) -> Sensor? {
    .watcher(ToyWire(&declare, post))
  }
}

struct ToyWire: Watcher {
  let area: WatchedArea
  let way = AlertWay.track
  private let delay: Input<TimeSpan>

  init(_ declare: inout Declarations, _ post: SensorPost) {
    area = WatchedArea(&declare, post)
    delay = declare.catalogue(post.system.id, "delay")
  }

  func mayNotice(_ kind: any ThreatKind.Type) -> Bool { true }

  func watch(
    _ flight: some Flight, _ track: GreatCircle, _ draws: DrawBlock, _ group: Int
  ) -> Detection {
    let near = area.passage(of: track, draws, group)
    let end = flight.flightTime
    let passed = flight.earliest(at: LaneMath.greatest(near.entry, .zero))
    let comes: LaneMask = (near.exit .> 0) .& (near.entry .<= near.exit) .& (passed .< end)
    let seen = LaneMath.pick(end, passed, where: comes)
    return Detection(
      risen: seen, detected: seen, firm: LaneMath.least(seen + draws[delay, group], end))
  }

  func notices(height: Double, speed: Double, _ draws: DrawBlock, _ group: Int) -> Noticed {
    Noticed(
      in: LaneMask(repeating: true), radius: draws[area.radius, group], delay: draws[delay, group])
  }
}
