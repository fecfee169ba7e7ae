public import Datasets
public import Findings
public import Theatre

/// The briefing: one HTML file that needs no script and no network.
public struct BriefingPage {
  /// In which order places stand on the sheet of their country.
  public enum Order: String, CaseIterable, Sendable {
    /// Fewest sirens before the impact of the leading class after the change first.
    case warning
    /// Largest loss of sirens that come first first.
    case loss
    /// Most people first.
    case population
    case name
  }

  public let html: String
  /// The sentences that it begins with.
  public let judgements: [ResultsDocument.Judgement]
  /// Every picture of the page, in order.
  public let pictures: [CaptionedPicture]
  /// What its maps refer to; it stands in the first of them.
  let definitions: String
  /// Whose borders they show, in plain words.
  let borders: String
  /// What is to be said of postures that nobody has reported, wherever their names stand.
  let hypotheses: [String]

  /// - Parameter sections: what the page is made of, in order.
  /// - Throws: when a map layer that the scenario names is not installed.
  public init(
    results: Results, theatre: Theatre, classes: [String], pack: DataPack,
    order: Order = .warning, record: TrackRecord? = nil,
    sections: [PageSection] = PageSection.briefing
  ) throws(DataError) {
    var writer = PageWriter(
      results: results, theatre: theatre, classes: classes, order: order, record: record)
    writer.maps = try writer.drawMaps(pack)
    html = writer.page(sections)
    pictures = writer.pictures
    definitions = writer.maps?.definitions ?? ""
    borders = Html.plain(writer.maps?.borders ?? "")
    hypotheses = writer.judgements.hypotheses(theatre.postures.map(\.id))
    judgements = writer.keyJudgements.map(Html.sentence)
  }
}
