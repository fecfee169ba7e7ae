/// An upright rectangle on a picture, pixels, y down.
struct Box: Hashable, Sendable {
  let low: SIMD2<Double>
  let high: SIMD2<Double>

  init(_ low: SIMD2<Double>, _ high: SIMD2<Double>) { (self.low, self.high) = (low, high) }

  init(centre: SIMD2<Double>, size: SIMD2<Double>) {
    self.init(centre - size / 2, centre + size / 2)
  }

  var centre: SIMD2<Double> { (low + high) / 2 }
  var size: SIMD2<Double> { high - low }

  func overlaps(_ other: Box) -> Bool {
    low.x < other.high.x && other.low.x < high.x && low.y < other.high.y && other.low.y < high.y
  }

  func contains(_ other: Box) -> Bool {
    low.x <= other.low.x && low.y <= other.low.y && high.x >= other.high.x && high.y >= other.high.y
  }
}

extension SIMD2<Double> {
  /// The square of a length.
  var squared: Double { x * x + y * y }
}
