internal import Findings
internal import Quantities

/// A sentence whose numbers are figures: text can only enter as text, and every number knows what it is of.
struct Told: ExpressibleByStringInterpolation {
  enum Piece {
    case words(String)
    case figure(Figure, String)
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { pieces.append(.words(literal)) }
    mutating func appendInterpolation(_ words: String) { pieces.append(.words(words)) }
    mutating func appendInterpolation(_ number: Int) { pieces.append(.words("\(number)")) }
    mutating func appendInterpolation(_ figure: Figure, _ words: (Figure?) -> String) {
      pieces.append(.figure(figure, words(figure)))
    }
    mutating func appendInterpolation(_ told: Told) { pieces += told.pieces }
  }

  let pieces: [Piece]
  /// Where it is told at length: an anchor of the page, and what the link reads.
  var link: (anchor: String, words: String)?

  init(pieces: [Piece]) { self.pieces = pieces }
  init(_ words: String) { self.init(pieces: [.words(words)]) }
  init(stringLiteral words: String) { self.init(words) }
  init(stringInterpolation: StringInterpolation) { self.init(pieces: stringInterpolation.pieces) }

  var figures: [Figure] {
    pieces.compactMap { if case .figure(let figure, _) = $0 { figure } else { nil } }
  }

  func linked(to anchor: String, _ words: String) -> Told {
    var told = self
    told.link = (anchor, words)
    return told
  }

  /// Its markup: numbers carry their figures, one note leads to what all of them rest on.
  func html(_ printer: inout FigurePrinter) -> String {
    var html = ""
    for piece in pieces {
      switch piece {
      case .words(let words): html += Html.escape(words)
      case .figure(let figure, let words): html += printer.span(figure, words)
      }
    }
    if !figures.isEmpty { html += printer.note(figures) }
    return html
      + (link.map { " <a href=\"#\($0.anchor)\">\(Html.escape($0.words))</a>" } ?? "")
  }

  /// `a, b and c`.
  static func list(_ items: [Told]) -> Told {
    var pieces: [Piece] = []
    for (index, item) in items.enumerated() {
      if index > 0 { pieces.append(.words(index == items.count - 1 ? " and " : ", ")) }
      pieces += item.pieces
    }
    return Told(pieces: pieces)
  }
}
