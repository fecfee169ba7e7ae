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

/// How wide a text is in Helvetica, or in a face of its measures.
///
/// Adobe's font metrics of Helvetica, thousandths of the size; a letter outside them counts as 600.
/// Labels on maps carry this width as `textLength`, so that another face cannot make them overlap.
enum TextWidth {
  private static let narrow: [Character: Double] = [
    " ": 278, "!": 278, "'": 191, "(": 333, ")": 333, ",": 278, "-": 333, ".": 278, "/": 278,
    ":": 278, ";": 278, "I": 278, "J": 500, "M": 833, "W": 944, "c": 500, "f": 278, "i": 222,
    "j": 222, "k": 500, "l": 222, "m": 833, "r": 333, "s": 500, "t": 278, "v": 500, "w": 722,
    "x": 500, "y": 500, "z": 500, "ł": 222, "ś": 500, "ź": 500, "ż": 500, "š": 500, "ž": 500,
    "ç": 500, "č": 500, "ć": 500, "í": 278, "G": 778, "O": 778, "Q": 778, "Ö": 778, "F": 611,
    "L": 556, "T": 611, "Z": 611, "Ł": 556, "Ż": 611, "Ž": 611, "−": 584, "+": 584, "°": 400,
  ]

  static func of(_ text: String, size: Double) -> Double {
    let sum = text.reduce(0.0) { sum, letter in
      if let known = narrow[letter] { return sum + known }
      return sum + (letter.isUppercase ? 694 : 556)
    }
    return sum * size / 1_000
  }
}

extension SIMD2<Double> {
  /// The square of a length.
  var squared: Double { x * x + y * y }
}
