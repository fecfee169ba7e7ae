internal import Quantities
internal import Warnings

/// Small pieces of HTML and SVG.
enum Html {
  /// Text with the five characters that markup gives a meaning.
  static func escape(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.append(character)
      }
    }
    return out
  }

  /// A coordinate to a tenth of a pixel.
  static func px(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

/// Prints figures and makes sure that each id stands once in a page.
struct FigurePrinter {
  private var printed: Set<String> = []

  /// A number that carries its figure's id, and its computing error as a tip.
  mutating func span(_ figure: Figure?, _ text: String) -> String {
    guard let figure else { return Html.escape(text) }
    let id = Html.escape(figure.id)
    var tip = id
    if let low = figure.estimate.low, let high = figure.estimate.high {
      tip += ", computing error \(Json.short(low)) to \(Json.short(high)) \(figure.unit)"
    }
    let first = printed.insert(figure.id).inserted
    return
      "<span \(first ? "id" : "data-figure")=\"\(id)\" title=\"\(tip)\">\(Html.escape(text))</span>"
  }
}
