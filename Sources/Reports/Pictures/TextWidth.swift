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
