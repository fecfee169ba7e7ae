internal import Kernels
internal import Quantities
internal import Scenarios
internal import Theatre
internal import Timelines

/// Bombs that glide to their target from an aircraft that stays away.
struct GlideBombKind: ThreatKind {
  static let fields = FieldTable(
    "glide-bomb", "a bomb with wings, released high and far from its target",
    sign: KindSign("glide bombs", "10", "130700", "B"),
    [
      Field("range", Length.self, "greatest distance it glides", in: 1_000...500_000),
      Field("speed", Speed.self, "mean speed over the ground", in: 50...700),
      Field(
        "release_height", Length.self, "height above the ground at which it is let go",
        kind: .adversary, in: 500...20_000),
      TakeOff.field,
    ] + CrossSection.fields + SalvoKind.fields)
  static let practice = PracticeRule("glide-bomb", .left, speed: 200...280)
  let ceiling = 20_000.0

  let crossSection: CrossSection
  private let range: Input<Length>
  private let speed: Input<Speed>
  private let height: Input<Length>

  init(_ declare: inout Declarations, system: String) {
    range = declare.catalogue(system, "range")
    speed = declare.catalogue(system, "speed")
    height = declare.catalogue(system, "release_height")
    crossSection = CrossSection(&declare, system: system)
  }

  func reach(_ draws: DrawBlock, _ group: Int) -> (least: Lanes, greatest: Lanes) {
    (.zero, draws[range, group])
  }

  func fly(_ leg: Leg, into block: inout TimelineBlock) {
    leg.tell(Glide(distance: leg.length, speed: leg(speed), release: leg(height)), into: &block)
  }
}

/// A straight line from the release to the target, at one speed over the ground.
struct Glide: Flight {
  let distance, speed: Lanes
  /// Height of the release, m.
  let release: Lanes

  var flightTime: Lanes { distance / speed }

  func place(_ t: Lanes) -> (altitude: Lanes, travelled: Lanes) {
    let left = LaneMath.greatest(1 - t / flightTime, .zero)
    return (release * left, speed * t)
  }

  func earliest(at x: Lanes) -> Lanes { x / speed }

  func confined(to region: Lanes) -> Lanes {
    LaneMath.greatest(distance - region, .zero) / speed
  }

  func heard(at x: Lanes) -> (speed: Lanes, time: Lanes)? { (speed, x / speed) }
}
