internal import Findings
internal import Quantities
internal import Scenarios
internal import Theatre

/// What a scenario compares, as tables.
enum PostureSheets {
  static func all(_ results: Results, _ theatre: Theatre) -> [Sheet] {
    [postures(results), questions(theatre), episodes(theatre), leftOut(theatre)]
  }

  private static func postures(_ results: Results) -> Sheet {
    Sheet(
      "postures", "Which forces and sensors stand where, as of a day.",
      [
        .init("id", .text, "Id in the scenario."), .init("title", .text, "Its title."),
        .init("as_of", .text, "The day that it describes."),
        .init(
          "status", .text,
          "reported, assessed or what-if: the least sure of what stands in it; empty where nobody says."
        ),
        .init("what_if", .text, "Ids of what nobody has reported of it, space between."),
      ],
      rows: results.foundations.postures.map {
        [
          .text($0.id), .text($0.title), .text($0.asOf.description),
          Sheet.Cell($0.standing?.rawValue), .text($0.whatIfs.joined(separator: " ")),
        ]
      })
  }

  private static func questions(_ theatre: Theatre) -> Sheet {
    let headline = theatre.headline
    return Sheet(
      "questions", "Two postures that are compared.",
      [
        .init("before", .text, "Id of the earlier posture."),
        .init("after", .text, "Id of the later one."),
        .init("words", .text, "What is asked by it."),
        .init("headline", .integer, "1 for the one that a briefing leads with."),
      ],
      rows: theatre.questions.map {
        let leads =
          $0.before.value == headline.before.value && $0.after.value == headline.after.value
        return [
          .text($0.before.value), .text($0.after.value), .text($0.words), .integer(leads ? 1 : 0),
        ]
      })
  }

  private static func episodes(_ theatre: Theatre) -> Sheet {
    Sheet(
      "episodes", "A time that is replayed with what was known day by day.",
      [
        .init("id", .text, "Id in the scenario."), .init("title", .text, "Its title."),
        .init("start", .text, "First day of what may be known."),
        .init("end", .text, "Last day."),
        .init(
          "event", .text, "Day of the attack, or of what coercion brought about; empty for none."),
        .init("purpose", .text, "What the other side was up to, as is known now."),
        .init("outcome", .text, "What came of it."),
      ],
      rows: theatre.episodes.map {
        [
          .text($0.id), .text($0.title), .text($0.start.description), .text($0.end.description),
          Sheet.Cell($0.event?.description), .text($0.purpose), .text($0.outcome),
        ]
      })
  }

  private static func leftOut(_ theatre: Theatre) -> Sheet {
    Sheet(
      "left_out", "Something real that is not modelled.",
      [
        .init("what", .text, "What it is."), .init("of", .text, "Class of threat or sensor."),
        .init("because", .text, "Why it is left out."),
        .init("places", .text, "Places and countries that it matters to; empty for all."),
      ],
      rows: theatre.leftOut.map {
        [
          .text($0.what), .text($0.of), .text($0.because),
          .text($0.places.map(\.value).joined(separator: " ")),
        ]
      })
  }
}
