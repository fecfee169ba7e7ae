/// Cuts lines and rings to a box of longitude and latitude.
enum Clip {
  /// A box around a map's region, degrees.
  struct Window {
    let south, west, north, east: Double

    func contains(_ point: SIMD2<Double>) -> Bool {
      point.x >= west && point.x <= east && point.y >= south && point.y <= north
    }
  }

  /// The same points without jumps of a turn, on the turn that lies nearest to a meridian.
  static func unwrapped(_ points: [SIMD2<Double>], around meridian: Double) -> [SIMD2<Double>] {
    guard var last = points.first else { return [] }
    last.x += ((meridian - last.x) / 360).rounded() * 360
    return points.map { point in
      var point = point
      point.x += ((last.x - point.x) / 360).rounded() * 360
      last = point
      return point
    }
  }

  /// Side by side (Sutherland and Hodgman, 1974).
  static func ring(_ ring: [SIMD2<Double>], to window: Window) -> [SIMD2<Double>] {
    let sides: [(SIMD2<Double>, Double)] = [
      (SIMD2(1, 0), -window.west), (SIMD2(-1, 0), window.east), (SIMD2(0, 1), -window.south),
      (SIMD2(0, -1), window.north),
    ]
    var points = ring
    for (normal, offset) in sides {
      guard let last = points.last else { return [] }
      var kept: [SIMD2<Double>] = []
      var previous = last
      for point in points {
        let (a, b) = ((previous * normal).sum() + offset, (point * normal).sum() + offset)
        if (a >= 0) != (b >= 0) { kept.append(previous + (point - previous) * (a / (a - b))) }
        if b >= 0 { kept.append(point) }
        previous = point
      }
      points = kept
    }
    return points
  }

  /// The parts of a line whose points lie in a window, each with one point beyond.
  static func line(_ line: [SIMD2<Double>], to window: Window) -> [[SIMD2<Double>]] {
    var parts: [[SIMD2<Double>]] = []
    var part: [SIMD2<Double>] = []
    var before: SIMD2<Double>?
    for point in line {
      if window.contains(point) {
        if part.isEmpty, let before { part.append(before) }
        part.append(point)
      } else if !part.isEmpty {
        parts.append(part + [point])
        part = []
      }
      before = point
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }
}
