internal import Kernels

/// What detection asks of any flight, four draws at once, SI, counted from launch.
protocol Flight {
  var flightTime: Lanes { get }
  func altitude(_ t: Lanes) -> Lanes
  func travelled(_ t: Lanes) -> Lanes
  /// First time a sensor's horizon is passed; the flight's end where it never is.
  func risen(_ view: RadarView) -> Lanes
  /// Whether a sensor's horizon can be passed before `limit` in any of the four draws; a cheap test.
  func mayRise(_ view: RadarView, before limit: Lanes) -> Bool
  /// Where it is above a sensor's ceiling at `t`, the time it comes down again; else `t`. May be early,
  /// never late.
  func below(_ ceiling: Lanes, from t: Lanes) -> Lanes
  /// Looks that may be taken together because the geometry hardly changes; slant range squared, m².
  func looksTogether(slant2: Lanes, scan: Lanes) -> Int
}
