internal import Kernels

/// A point mass let go or thrown, as the numbers of a published case give it.
struct FallingBody {
  let earth: Earth
  private let numbers: [String: Double]
  private let height: Double

  /// Nil unless a height and a time are given. Optional: `up`, `east`, `north` (m/s),
  /// `drag_loading` (none is a vacuum), `wind`, `shear`, and `sphere` with `rotating`.
  init?(_ numbers: [String: Double]) {
    guard let height = numbers["height"], let time = numbers["time"], (0...3_600).contains(time)
    else { return nil }
    (self.numbers, self.height) = (numbers, height)
    let wgs = Earth.wgs84
    if let radius = numbers["sphere"] {
      earth = Earth(
        mu: wgs.mu, radius: radius, flattening: 0,
        rotation: (numbers["rotating"] ?? 0) > 0 ? wgs.rotation : 0, j2: 0)
    } else {
      earth = wgs
    }
  }

  func axes(
    at state: FreeFlight.State
  ) -> (east: SIMD3<Double>, north: SIMD3<Double>, up: SIMD3<Double>) {
    let place = earth.geodetic(state.position(0))
    return earth.axes(latitude: place.latitude, longitude: place.longitude)
  }

  /// The state after the given time; the check cases start over the equator at Greenwich.
  func end() -> FreeFlight.State {
    let axes = earth.axes(latitude: 0, longitude: 0)
    let thrown =
      axes.east * (numbers["east"] ?? 0) + axes.north * (numbers["north"] ?? 0)
      + axes.up * (numbers["up"] ?? 0)
    let start = FreeFlight.State(
      earth.position(latitude: 0, longitude: 0, height: height), thrown)
    var flight = FreeFlight(
      earth: earth, drag: Lanes(repeating: numbers["drag_loading"].map { 0.5 / $0 } ?? 0),
      tolerance: 1e-6)
    flight.wind = (numbers["wind"] ?? 0, numbers["shear"] ?? 0)
    return flight.fly(start, longest: numbers["time"]!).state
  }
}
