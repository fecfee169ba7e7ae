public import Quantities
public import Warnings

/// The strategic rung in `results.json`, and its curves as CSV.
extension ResultsFile {
  public static func json(_ strategic: Results.Strategic) -> Json {
    .object([
      ("caveat", .string(ReplayText.caveat(strategic))),
      ("purposes", .array(strategic.purposes.map { .string($0) })),
      (
        "families",
        .object(strategic.families.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      ("episodes", .array(strategic.episodes.map(episode))),
      ("trades", .array(strategic.trades.map(trade))),
      ("heldOut", .array(strategic.heldOut.map(heldOut))),
      ("rows", .integer(strategic.rows)),
      ("echoes", .array(strategic.echoes.map { .array($0.map { .string($0) }) })),
      ("analysts", .integer(strategic.analysts)),
      ("stories", .array(strategic.stories.map(story))),
    ])
  }

  /// One row a day: shares of preparation and of coercion.
  public static func csv(_ strategic: Results.Strategic) -> String {
    var out = "episode,day,mean,p05,p25,median,p75,p95,coercion,look_back\n"
    for episode in strategic.episodes {
      let curve = episode.curve
      for day in curve.mean.indices {
        let values = [
          curve.mean, curve.p05, curve.p25, curve.median, curve.p75, curve.p95, curve.coercion,
          curve.lookBack,
        ].map { Json.short(thousandth($0[day])) }
        let date = Day(number: episode.start.number + day)
        out += "\(episode.id),\(date),\(values.joined(separator: ","))\n"
      }
    }
    return out
  }

  /// A share to six digits after the point: more is noise.
  private static func thousandth(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }

  private static func day(_ day: Day?) -> Json { Json(day?.description) }

  private static func whole(_ value: Int?) -> Json { value.map { .integer($0) } ?? .null }

  private static func numbers(_ values: [Double]) -> Json {
    .array(values.map { .number(thousandth($0)) })
  }

  private static func episode(_ episode: Results.Strategic.Episode) -> Json {
    let robustness = episode.robustness
    return .object([
      ("id", .string(episode.id)), ("title", .string(episode.title)),
      ("purpose", .string(episode.purpose)), ("posture", .string(episode.posture)),
      ("outcome", .string(episode.outcome)), ("start", day(episode.start)),
      ("end", day(episode.end)), ("event", day(episode.event)),
      ("rows", .integer(episode.used)), ("rowsThatSayNothing", .integer(episode.unused)),
      ("alarm", alarm(episode.alarm)), ("coercionAlarm", alarm(episode.coercionAlarm)),
      ("nuclearAlarm", alarm(episode.nuclearAlarm)),
      (
        "rivals",
        .array(
          episode.rivals.map {
            .object([
              ("name", .string($0.name)), ("threshold", .number($0.threshold)),
              ("day", day($0.day)), ("lead", whole($0.lead)),
            ])
          })
      ),
      ("scores", scores(episode.scores)), ("unmoved", scores(episode.unmoved)),
      (
        "robustness",
        .object([
          ("share", .number(robustness.share)), ("doubled", whole(robustness.doubled)),
          ("thinned", .array(robustness.thinned.map(whole))),
        ])
      ),
      ("curve", curve(episode.curve)), ("moments", .array(episode.moments.map(moment))),
    ])
  }

  private static func alarm(_ alarm: Results.Strategic.Alarm) -> Json {
    .object([
      ("threshold", .number(alarm.threshold)), ("day", day(alarm.day)),
      ("lead", whole(alarm.lead)), ("p10", day(alarm.early)), ("median", day(alarm.middle)),
      ("p90", day(alarm.late)), ("never", .number(thousandth(alarm.silent))),
    ])
  }

  private static func scores(_ scores: Results.Strategic.Scores) -> Json {
    .object([
      ("brier", .number(thousandth(scores.brier))),
      ("logarithmic", .number(thousandth(scores.logarithmic))),
    ])
  }

  private static func curve(_ curve: Results.Strategic.Curve) -> Json {
    .object([
      ("mean", numbers(curve.mean)), ("p05", numbers(curve.p05)), ("p25", numbers(curve.p25)),
      ("median", numbers(curve.median)), ("p75", numbers(curve.p75)), ("p95", numbers(curve.p95)),
      ("coercion", numbers(curve.coercion)), ("lookBack", numbers(curve.lookBack)),
    ])
  }

  private static func moment(_ moment: Results.Strategic.Moment) -> Json {
    .object([
      ("day", day(moment.day)), ("family", .string(moment.family)),
      (
        "rows",
        .array(
          moment.rows.map {
            .object([
              ("id", .string($0.id)), ("claim", .string($0.claim)), ("grade", .string($0.grade)),
              ("feed", .string($0.feed)), ("title", .string($0.title)),
              ("link", .string($0.link)),
            ])
          })
      ),
      ("says", numbers(moment.says)), ("moved", numbers(moment.moved)),
    ])
  }

  private static func trade(_ trade: Results.Strategic.Trade) -> Json {
    .object([
      ("method", .string(trade.method)), ("threshold", .number(thousandth(trade.threshold))),
      ("falseEpisodes", .integer(trade.falseEpisodes)),
      ("falseDays", .number(thousandth(trade.falseDays))),
      ("leads", .array(trade.leads.map(whole))),
    ])
  }

  private static func heldOut(_ held: Results.Strategic.HeldOut) -> Json {
    .object([
      ("method", .string(held.method)), ("episode", .string(held.episode)),
      ("threshold", .number(thousandth(held.threshold))), ("alarm", day(held.alarm)),
      ("lead", whole(held.lead)),
    ])
  }

  private static func story(_ story: Results.Strategic.Story) -> Json {
    .object([
      ("posture", .string(story.posture)), ("before", .integer(story.before)),
      ("posterior", numbers(story.posterior)),
      (
        "reports",
        .array(
          story.reports.map {
            .object([("day", .integer($0.day)), ("family", .string($0.family))])
          })
      ), ("alarm", whole(story.alarm)), ("attack", .integer(story.attack)),
      ("replicate", .integer(story.replicate)), ("draw", .integer(story.draw)),
      ("among", .integer(story.among)),
      (
        "minutes",
        story.minutes.map { minutes in
          .object([
            ("place", .string(minutes.place)), ("threat", .string(minutes.threat)),
            (
              "marks",
              .object(minutes.marks.map { ($0.name, .number(($0.seconds * 10).rounded() / 10)) })
            ),
          ])
        } ?? .null
      ),
    ])
  }
}

/// Its JSON Schema.
extension ResultsFile {
  private static let numbers = list(type("number"))

  private static let alarmSchema = record([
    ("threshold", type("number")), ("day", nullable("string")), ("lead", nullable("integer")),
    ("p10", nullable("string")), ("median", nullable("string")), ("p90", nullable("string")),
    ("never", type("number")),
  ])

  private static let scoresSchema = record([
    ("brier", type("number")), ("logarithmic", type("number")),
  ])

  private static func map(_ values: Json) -> Json {
    .object([("type", .string("object")), ("additionalProperties", values)])
  }

  private static let momentSchema = record([
    ("day", type("string")), ("family", type("string")),
    (
      "rows",
      list(
        record(
          ["id", "claim", "grade", "feed", "title", "link"].map { ($0, type("string")) }))
    ),
    ("says", numbers), ("moved", numbers),
  ])

  private static let episodeSchema = record(
    ["id", "title", "purpose", "posture", "outcome", "start", "end"].map { ($0, type("string")) }
      + [
        ("event", nullable("string")), ("rows", type("integer")),
        ("rowsThatSayNothing", type("integer")), ("alarm", alarmSchema),
        ("coercionAlarm", alarmSchema), ("nuclearAlarm", alarmSchema),
        (
          "rivals",
          list(
            record([
              ("name", type("string")), ("threshold", type("number")), ("day", nullable("string")),
              ("lead", nullable("integer")),
            ]))
        ),
        ("scores", scoresSchema), ("unmoved", scoresSchema),
        (
          "robustness",
          record([
            ("share", type("number")), ("doubled", nullable("integer")),
            ("thinned", list(nullable("integer"))),
          ])
        ),
        (
          "curve",
          record(
            ["mean", "p05", "p25", "median", "p75", "p95", "coercion", "lookBack"].map {
              ($0, numbers)
            })
        ),
        ("moments", list(momentSchema)),
      ])

  private static let storySchema = record([
    ("posture", type("string")), ("before", type("integer")), ("posterior", numbers),
    ("reports", list(record([("day", type("integer")), ("family", type("string"))]))),
    ("alarm", nullable("integer")), ("attack", type("integer")), ("replicate", type("integer")),
    ("draw", type("integer")), ("among", type("integer")),
    (
      "minutes",
      .object([("type", .array([.string("object"), .string("null")]))])
    ),
  ])

  static let strategicSchema = record([
    ("caveat", type("string")), ("purposes", list(type("string"))),
    ("families", map(type("string"))),
    ("episodes", list(episodeSchema)),
    (
      "trades",
      list(
        record([
          ("method", type("string")), ("threshold", type("number")),
          ("falseEpisodes", type("integer")), ("falseDays", type("number")),
          ("leads", list(nullable("integer"))),
        ]))
    ),
    (
      "heldOut",
      list(
        record([
          ("method", type("string")), ("episode", type("string")), ("threshold", type("number")),
          ("alarm", nullable("string")), ("lead", nullable("integer")),
        ]))
    ),
    ("rows", type("integer")), ("echoes", list(list(type("string")))),
    ("analysts", type("integer")), ("stories", list(storySchema)),
  ])
}
