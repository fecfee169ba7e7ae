/// Small pieces of HTML and SVG.
enum Html {
  /// Text with the five letters that markup gives a meaning: by scalars, since a quote with a joiner
  /// after it is another character, but a quote to a browser.
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { [38, 60, 62, 34, 39].contains($0) }) else { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Our own markup as plain words: notes and tags left out.
  static func plain(_ html: String) -> String {
    html.replacing(#/<sup>.*?<\/sup>/#, with: "").replacing(#/<[^>]*>/#, with: "")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  /// A coordinate to a tenth of a pixel.
  static func px(_ value: Double) -> String {
    precondition(value.isFinite, "a coordinate that is not finite")
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A section with a heading that a reader can jump to.
  static func section(_ id: String, _ heading: String, _ body: String) -> String {
    "<section id=\"\(id)\" aria-labelledby=\"\(id)-h\"><h2 id=\"\(id)-h\">\(escape(heading))</h2>\(body)</section>"
  }

  /// A table that can be scrolled where the page is narrower than it.
  ///
  /// - Parameter isKept: whether it stands on one page of paper.
  static func table(
    _ caption: String, _ heads: [String], _ body: String, style: String = "", isKept: Bool = false
  ) -> String {
    let cells = heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
    return
      "<div class=\"wide\(isKept ? " keep" : "")\" role=\"region\" aria-label=\"\(escape(caption))\" tabindex=\"0\">"
      + "<table\(style.isEmpty ? "" : " class=\"\(style)\"")><caption>\(escape(caption))</caption>"
      + "<thead><tr>\(cells)</tr></thead>\(body)</table></div>"
  }

  static func figure(_ id: String, _ picture: String, _ caption: String) -> String {
    "<figure id=\"\(id)\">\(picture)<figcaption>\(caption)</figcaption></figure>"
  }
}
