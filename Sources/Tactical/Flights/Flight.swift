package import Kernels

/// What detection, alert and interception ask of any flight, four draws at once, SI, counted from
/// launch.
package protocol Flight {
  var flightTime: Lanes { get }
  /// Along the ground, m.
  var distance: Lanes { get }
  /// Altitude and distance flown along the ground at a time, m.
  func place(_ t: Lanes) -> (altitude: Lanes, travelled: Lanes)
  /// A time before which no look of a radar may detect; may be early, never late. The flight's end where
  /// no look ever may. Cheap: what radars are sorted by.
  func earliestLook(_ view: RadarView, _ sight: Sight) -> Lanes
  /// The first moment at which a look may detect, from the time of `earliestLook` on: over the horizon and
  /// within reach of the signal. The flight's end where it never comes.
  func firstLook(_ view: RadarView, _ sight: Sight, from earliest: Lanes) -> Lanes
  /// Whether its height does not change from a time on, in all four draws.
  func isLevel(from t: Lanes) -> Bool
  /// First time a sensor's horizon is passed; the flight's end where it never is.
  func risen(_ view: RadarView) -> Lanes
  /// Whether a sensor's horizon can be passed before `limit` in any of the four draws; a cheap test.
  func mayRise(_ view: RadarView, before limit: Lanes) -> Bool
  /// Where it is above a sensor's ceiling at `t`, the time it comes down again; else `t`. May be early,
  /// never late.
  func below(_ ceiling: Lanes, from t: Lanes) -> Lanes
  /// Looks that may be taken together because the geometry hardly changes; slant range squared, m².
  func looksTogether(slant2: Lanes, scan: Lanes) -> Int
  /// A time before which it has not flown a distance along the ground, m. May be early, never late.
  func earliest(at x: Lanes) -> Lanes
  /// First time from which everything it can still reach fits a region of that radius, m.
  func confined(to region: Lanes) -> Lanes
  /// Sooner or later visible by nothing but a listener on the ground: speed over the ground, m/s,
  /// and the time at a distance along the ground. Nil where it is too fast and too high to be heard.
  func heard(at x: Lanes) -> (speed: Lanes, time: Lanes)?
}

extension Flight {
  package func isLevel(from t: Lanes) -> Bool { false }

  package func earliestLook(_ view: RadarView, _ sight: Sight) -> Lanes {
    earliest(view, within: sight.signal)
  }

  package func firstLook(_ view: RadarView, _ sight: Sight, from earliest: Lanes) -> Lanes {
    // what is over the horizon when the signal begins to reach has risen before
    let (altitude, travelled) = place(earliest)
    let hasRisen = view.sees(altitude, after: travelled) .| (earliest .>= flightTime)
    guard !all(hasRisen) else { return earliest }
    return LaneMath.pick(
      LaneMath.greatest(risen(view), earliest), earliest, where: hasRisen)
  }

  /// A time before which it has not come within an angle of a radar; the end where it never does.
  @inline(__always)
  func earliest(_ view: RadarView, within angle: Lanes) -> Lanes {
    let near = view.track.passage(view.bearings, within: angle)
    let comes: LaneMask =
      (near.exit .> 0) .& (near.entry .<= near.exit) .& (near.entry .< distance)
    return LaneMath.pick(
      flightTime, earliest(at: LaneMath.greatest(near.entry, .zero)), where: comes)
  }

  package func heard(at x: Lanes) -> (speed: Lanes, time: Lanes)? { nil }
  package func mayRise(_ view: RadarView, before limit: Lanes) -> Bool { true }
  package func below(_ ceiling: Lanes, from t: Lanes) -> Lanes { t }
  package func looksTogether(slant2: Lanes, scan: Lanes) -> Int { 1 }

  /// The first of rising moments at whose places something holds, then ten bisections back to when it began to; the flight's
  /// end where it never does. What holds for less than a step may be missed.
  ///
  /// - Parameter moment: of a number from 0 on: the time and where the flight is then.
  @inline(__always)
  func first(
    of moments: Int, _ moment: (Int) -> (time: Lanes, altitude: Lanes, travelled: Lanes),
    where holds: (_ altitude: Lanes, _ travelled: Lanes) -> LaneMask
  ) -> Lanes {
    var (low, high) = (Lanes.zero, flightTime)
    var found = LaneMask(repeating: false)
    for i in 0..<moments where !all(found) {
      let here = moment(i)
      let new = holds(here.altitude, here.travelled) .& .!found
      high.replace(with: here.time, where: new)
      found .|= new
      low.replace(with: here.time, where: .!found)
    }
    for _ in 0..<10 {
      let middle = 0.5 * (low + high)
      let here = place(middle)
      let holds = holds(here.altitude, here.travelled)
      high.replace(with: middle, where: holds .& found)
      low.replace(with: middle, where: .!holds .& found)
    }
    return LaneMath.pick(flightTime, high, where: found)
  }

  /// The same at the ends of so many steps of equal time, from launch to the end of the flight.
  @inline(__always)
  func first(
    after steps: Int, where holds: (_ altitude: Lanes, _ travelled: Lanes) -> LaneMask
  ) -> Lanes {
    let step = flightTime / Double(steps)
    return first(
      of: steps + 1,
      { i in
        let t = step * Double(i)
        let (altitude, travelled) = place(t)
        return (t, altitude, travelled)
      }, where: holds)
  }

  package func risen(_ view: RadarView) -> Lanes {
    first(after: 48) { view.sees($0, after: $1) }
  }
}
