/// A picture of the page as a file of its own: title, marks and what they mean, caption, and what it rests on.
///
/// Colours stand in it as they are, and what the maps of a page share stands in each of them, so that programs which know SVG 1.1
/// alone draw it.
public struct StandalonePicture: Sendable {
  public let id: String
  public let svg: String
  private static let margin = 18.0
  private static let least = 560.0
  private static let face = "'Helvetica Neue',Arial,'Liberation Sans',sans-serif"

  /// - Parameters:
  ///   - definitions: what maps of the page refer to.
  ///   - footer: which run it is of and whose data are in it.
  ///   - borders: whose they are, for maps.
  init(
    _ captioned: CaptionedPicture, definitions: String, borders: String, footer: [String]
  ) {
    let picture = captioned.picture
    let isMap = picture.body.contains("href=\"#base\"")
    let margin = StandalonePicture.margin
    let wide = max(picture.box.size.x, StandalonePicture.least)
    var sheet = Sheet(width: wide, y: margin)
    sheet.add(picture.title, style: "title", size: 15)
    sheet.add(captioned.legend)
    sheet.y += 6
    let left = margin + (wide - picture.box.size.x) / 2
    sheet.body += picture.nested(at: SIMD2(left, sheet.y))
    sheet.y += picture.box.size.y + 10
    let caption = Html.plain(captioned.caption)
    sheet.add(caption, style: "caption", size: 10.5)
    if isMap, !caption.contains(borders) { sheet.add(borders, style: "footer", size: 8.5) }
    for line in footer { sheet.add(line, style: "footer", size: 8.5) }
    id = picture.id
    let (width, height) = (wide + 2 * margin, sheet.y + margin / 2)
    let shared = isMap && !picture.body.contains("id=\"base\"")
    svg = Style.inDaylight(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        + "role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\" width=\"\(Html.px(width))\" height=\"\(Html.px(height))\" "
        + "viewBox=\"0 0 \(Html.px(width)) \(Html.px(height))\">\(picture.words)"
        + "<style>\(StandalonePicture.style)</style>"
        + (shared ? "<defs>\(definitions)</defs>" : "")
        + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\(sheet.body)</svg>\n"
    ).replacing("<use href=", with: "<use xlink:href=")
  }

  private static let style =
    Style.pictures + """
      text{font-family:\(face)}.title{font-size:15px;font-weight:700;fill:var(--ink)}\
      .key-words{font-size:11px;fill:var(--ink)}.caption{font-size:10.5px;fill:var(--soft)}\
      .footer{font-size:8.5px;fill:var(--soft)}
      """

  /// What is written above and below a picture, line by line.
  private struct Sheet {
    let width: Double
    var y: Double
    var body = ""

    init(width: Double, y: Double) { (self.width, self.y) = (width, y) }

    mutating func add(_ words: String, style: String, size: Double) {
      guard !words.isEmpty else { return }
      for line in Sheet.lines(words, size: size, within: width) {
        y += 1.32 * size
        text(line, style, x: margin)
      }
      y += 0.45 * size
    }

    /// Marks with their words, one beside the other as far as there is room.
    mutating func add(_ legend: [CaptionedPicture.Key]) {
      guard !legend.isEmpty else { return }
      y += 16
      var x = margin
      for key in legend {
        let wide = 20 + 1.06 * TextWidth.of(key.words, size: 11)
        if x > margin, x + wide > margin + width {
          x = margin
          y += 18
        }
        let at = "x=\"\(Html.px(x))\" y=\"\(Html.px(y - 12))\" width=\"16\" height=\"16\""
        body += key.svg.replacing("class=\"key\"", with: at)
        text(key.words, "key-words", x: x + 20)
        x += wide + 16
      }
      y += 6
    }

    private var margin: Double { StandalonePicture.margin }

    private mutating func text(_ words: String, _ style: String, x: Double) {
      body +=
        "<text class=\"\(style)\" x=\"\(Html.px(x))\" y=\"\(Html.px(y))\">\(Html.escape(words))</text>"
    }

    /// Words in lines no wider than a width, with a little air for faces that run wider.
    private static func lines(_ words: String, size: Double, within width: Double) -> [String] {
      var lines: [String] = []
      for word in words.split(separator: " ") {
        if let last = lines.last, 1.06 * TextWidth.of("\(last) \(word)", size: size) <= width {
          lines[lines.count - 1] = "\(last) \(word)"
        } else {
          lines.append(String(word))
        }
      }
      return lines
    }
  }
}

extension BriefingPage {
  /// Every picture of the page as a file of its own, in order.
  ///
  /// - Parameter footer: which run it is of and whose data are in it.
  public func standalone(footer: [String]) -> [StandalonePicture] {
    // away from the page nothing else says so
    let told = hypotheses.isEmpty ? [] : ["\(hypotheses.joined(separator: "; "))."]
    return pictures.map {
      StandalonePicture($0, definitions: definitions, borders: borders, footer: told + footer)
    }
  }
}
