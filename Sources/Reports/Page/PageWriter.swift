public import Findings
public import Quantities
internal import Scenarios
public import Theatre

/// Writes the page section by section; figure ids are printed once.
public struct PageWriter {
  public let results: Results
  public let theatre: Theatre
  let classes: [String]
  let order: BriefingPage.Order
  let ladder: Ladder
  let judgements: Judgements
  /// The class the page leads with: the one of shortest flight that reaches a third of the places
  /// before or after the change, else the one that reaches most of them; empty where there is none.
  let leading: String
  var printer: FigurePrinter
  var pictures: [CaptionedPicture] = []
  /// What the page begins with, as it is printed.
  var keyJudgements: [String] = []
  /// The maps of the page, drawn before its sections.
  var maps: Maps?

  /// How the model stood against events; nil where none is known.
  let record: TrackRecord?

  init(
    results: Results, theatre: Theatre, classes: [String], order: BriefingPage.Order,
    record: TrackRecord?
  ) {
    self.record = record
    (self.results, self.theatre, self.classes, self.order) = (results, theatre, classes, order)
    ladder = Ladder(results: results, theatre: theatre, classes: classes)
    judgements = Judgements(ladder: ladder)
    leading = judgements.leading(classes, theatre.headline)
    printer = FigurePrinter(results)
  }

  /// One colour a posture, the same everywhere; apart for the colour-blind.
  ///
  /// Source: P. Tol, Colour schemes, SRON/EPS/TN/09-002, 2021, "bright".
  static let colours = [
    "#4477aa", "#ccbb44", "#aa3377", "#228833", "#ee6677", "#66ccee", "#999999", "#222222",
  ]

  func colour(_ posture: String) -> String { PageWriter.colours[hue(posture)] }

  /// Which of the colours is a posture's.
  private func hue(_ posture: String) -> Int {
    (theatre.postures.firstIndex { $0.id == posture } ?? 0) % PageWriter.colours.count
  }

  var headline: Document.Question { theatre.headline }

  /// The postures that the headline compares; one where nothing is asked.
  var compared: [String] { theatre.compared }
  /// Whether there is anything to compare.
  var compares: Bool { compared.count == 2 }

  mutating func page(_ all: [PageSection]) -> String {
    let title = Html.escape(theatre.title)
    var written: [(section: PageSection, html: String)] = []
    for section in all {
      guard let body = section.body(&self) else { continue }
      written.append((section, Html.section(section.id, section.heading, body.html)))
    }
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title><style>\(Style.css(runningHead: theatre.title))</style></head><body>
      <a class="skip" href="#summary">To the summary</a>
      \(titleBlock(written.map(\.section)))
      <main>\(written.map(\.html).joined(separator: "\n"))</main>
      <script>\(Script.text)</script></body></html>
      """
  }

  /// Keeps a picture, and puts it in a figure.
  ///
  /// - Parameter caption: of our own markup.
  mutating func figure(
    _ picture: Picture, legend: [CaptionedPicture.Key] = [], _ caption: String
  ) -> String {
    pictures.append(CaptionedPicture(picture: picture, legend: legend, caption: caption))
    return Html.figure(picture.id, picture.svg, CaptionedPicture.list(legend) + caption)
  }

  /// A posture over a column; hypotheses look like hypotheses.
  func postureHead(_ id: String) -> String {
    let name = Html.escape(theatre.name(of: id))
    return judgements.isWhatIf(id) ? "<em class=\"what-if\">if</em> \(name)" : name
  }

  func postureMark(_ id: String) -> String {
    "<span class=\"q p\(hue(id))\">\(Html.escape(judgements.head(id)))</span>"
  }

  func postureKey(_ ids: [String]) -> String {
    ids.map(postureMark).joined(separator: " ")
  }

  /// The colours of some postures.
  func postureKeys(_ ids: [String]) -> [CaptionedPicture.Key] {
    ids.map { CaptionedPicture.Key(colour: colour($0), words: judgements.head($0)) }
  }

  /// A number in a sentence or a cell: it carries its figure's id, and leads to its sources.
  public mutating func number(_ id: FigureID) -> Markup {
    let figure = results.figures[id: id]
    return Markup(html: printer.span(figure, Words.plain(figure)) + printer.note(figure))
  }

  /// A table cell with a figure of a place.
  mutating func cell(
    _ place: FigureSubject, _ quantity: FigureQuantity, _ threat: String?, _ posture: String,
    _ statistic: Statistic, _ words: (Figure?) -> String
  ) -> String {
    let figure = ladder.figure(place, quantity, threat, posture, statistic)
    return printer.cell(figure, words(figure))
  }
}
