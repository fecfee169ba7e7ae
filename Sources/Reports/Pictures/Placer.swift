/// Puts boxes on a picture one by one, none over another.
///
/// Greedy: what is placed first has the first choice; what finds no room is left out.
struct Placer {
  let frame: Box
  private(set) var taken: [Box] = []

  init(frame: Box) { self.frame = frame }

  /// Takes a place that is not to be argued with: a mark that stands where it stands.
  mutating func reserve(_ box: Box) { taken.append(box) }

  /// The first candidate that lies in the frame and on nothing.
  mutating func place(_ candidates: some Sequence<Box>) -> Box? {
    for box in candidates where frame.contains(box) && !taken.contains(where: box.overlaps) {
      taken.append(box)
      return box
    }
    return nil
  }

  /// Boxes for a label beside a mark: right, left, above, below, then the corners.
  static func beside(_ mark: Box, size: SIMD2<Double>, gap: Double = 1.5) -> [Box] {
    let (c, w, h) = (mark.centre, size.x, size.y)
    let right = mark.high.x + gap
    let left = mark.low.x - gap - w
    let above = mark.low.y - gap - h
    let below = mark.high.y + gap
    return [
      (right, c.y - h / 2), (left, c.y - h / 2), (c.x - w / 2, above), (c.x - w / 2, below),
      (right, above + h / 2), (right, below - h / 2), (left, above + h / 2), (left, below - h / 2),
      (c.x, above), (c.x - w, above), (c.x, below), (c.x - w, below),
    ].map { Box(SIMD2($0.0, $0.1), SIMD2($0.0 + w, $0.1 + h)) }
  }

  /// Boxes around a point: on it, then on rings of growing radius.
  static func around(
    _ point: SIMD2<Double>, size: SIMD2<Double>, rings: Int, step: Double
  ) -> [Box] {
    // twelve directions, from the upper right on, clockwise; no function of the machine's libm
    let half = 0.75.squareRoot()
    let directions: [SIMD2<Double>] = [
      SIMD2(half, -0.5), SIMD2(half, 0.5), SIMD2(-half, -0.5), SIMD2(-half, 0.5), SIMD2(0.5, -half),
      SIMD2(0.5, half), SIMD2(-0.5, -half), SIMD2(-0.5, half), SIMD2(0, -1), SIMD2(0, 1),
      SIMD2(1, 0), SIMD2(-1, 0),
    ]
    return [Box(centre: point, size: size)]
      + (1...rings).flatMap { ring in
        directions.map { Box(centre: point + $0 * (step * Double(ring)), size: size) }
      }
  }
}
