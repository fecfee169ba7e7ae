/// A picture as SVG: its drawing, and in words what it shows, for who does not see it.
public struct Picture: Sendable {
  public let id, title: String
  let text: String
  /// What of the plane it shows, pixels.
  let box: Box
  let body: String

  init(
    id: String, title: String, text: String, x: Double = 0, y: Double = 0, width: Double,
    height: Double, body: String
  ) {
    (self.id, self.title, self.text, self.body) = (id, title, text, body)
    box = Box(SIMD2(x, y), SIMD2(x + width, y + height))
  }

  private var viewBox: String {
    [box.low.x, box.low.y, box.size.x, box.size.y].map(Html.px).joined(separator: " ")
  }

  /// As it stands on the page, whose first map defines what all maps use.
  public var svg: String {
    "<svg role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\" viewBox=\"\(viewBox)\" "
      + "style=\"max-width:\(Html.px(box.size.x * 1.45))px\" xmlns=\"http://www.w3.org/2000/svg\">"
      + words + body + "</svg>"
  }

  /// Inside another drawing, with its upper left corner at a point.
  func nested(at point: SIMD2<Double>) -> String {
    "<svg x=\"\(Html.px(point.x))\" y=\"\(Html.px(point.y))\" width=\"\(Html.px(box.size.x))\" "
      + "height=\"\(Html.px(box.size.y))\" viewBox=\"\(viewBox)\">\(body)</svg>"
  }

  /// What it is called and what it shows.
  var words: String {
    "<title id=\"\(id)-t\">\(Html.escape(title))</title>"
      + "<desc id=\"\(id)-d\">\(Html.escape(text))</desc>"
  }
}

/// A picture with what has to stand beside it, wherever it stands.
public struct CaptionedPicture: Sendable {
  /// A mark of the picture and what it means.
  struct Key: Sendable {
    /// An SVG element, as large as a letter.
    let svg: String
    let words: String

    init(svg: String, words: String) { (self.svg, self.words) = (svg, words) }

    /// A field of a colour.
    init(colour: String, words: String) {
      svg =
        "<svg class=\"key\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><rect x=\"1\" y=\"1\" "
        + "width=\"14\" height=\"14\" fill=\"\(colour)\" class=\"mark\"/></svg>"
      self.words = words
    }
  }

  public let picture: Picture
  let legend: [Key]
  /// Of our own markup.
  let caption: String

  /// The keys as a list; empty without any.
  static func list(_ legend: [Key]) -> String {
    guard !legend.isEmpty else { return "" }
    return "<ul class=\"legend\">"
      + legend.map { "<li>\($0.svg)\(Html.escape($0.words))</li>" }.joined() + "</ul>"
  }
}
