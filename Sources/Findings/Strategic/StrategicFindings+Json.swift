public import Quantities

/// The strategic rung in `results.json`.
extension Results.Strategic: Annex {
  public static let key = "strategic"
  public static var schema: Json { StrategicJson.schema }
  public var json: Json { StrategicJson.json(self) }

  /// What every page with a replay says.
  public var caveat: String {
    let cases = episodes.count(where: \.endsInAttack)
    return
      "Indicators, grades and rates are judgements, made by people who knew how the episodes ended. "
      + (cases == 1
        ? "One episode that ended in an attack is"
        : "\(cases) episodes that ended in an attack are")
      + " no validation: a replay shows what these numbers would have said, not that they are right."
  }
}

private enum StrategicJson {
  static func json(_ strategic: Results.Strategic) -> Json {
    .object([
      ("caveat", .string(strategic.caveat)),
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
extension StrategicJson {
  private static let numbers = Json.list(of: Json.type("number"))

  private static let alarmSchema = Json.record([
    ("threshold", Json.type("number")), ("day", Json.nullable("string")),
    ("lead", Json.nullable("integer")),
    ("p10", Json.nullable("string")), ("median", Json.nullable("string")),
    ("p90", Json.nullable("string")),
    ("never", Json.type("number")),
  ])

  private static let scoresSchema = Json.record([
    ("brier", Json.type("number")), ("logarithmic", Json.type("number")),
  ])

  private static let momentSchema = Json.record([
    ("day", Json.type("string")), ("family", Json.type("string")),
    (
      "rows",
      Json.list(
        of:
          Json.record(
            ["id", "claim", "grade", "feed", "title", "link"].map { ($0, Json.type("string")) }))
    ),
    ("says", numbers), ("moved", numbers),
  ])

  private static let episodeSchema = Json.record(
    ["id", "title", "purpose", "posture", "outcome", "start", "end"].map {
      ($0, Json.type("string"))
    }
      + [
        ("event", Json.nullable("string")), ("rows", Json.type("integer")),
        ("rowsThatSayNothing", Json.type("integer")), ("alarm", alarmSchema),
        ("coercionAlarm", alarmSchema), ("nuclearAlarm", alarmSchema),
        (
          "rivals",
          Json.list(
            of:
              Json.record([
                ("name", Json.type("string")), ("threshold", Json.type("number")),
                ("day", Json.nullable("string")),
                ("lead", Json.nullable("integer")),
              ]))
        ),
        ("scores", scoresSchema), ("unmoved", scoresSchema),
        (
          "robustness",
          Json.record([
            ("share", Json.type("number")), ("doubled", Json.nullable("integer")),
            ("thinned", Json.list(of: Json.nullable("integer"))),
          ])
        ),
        (
          "curve",
          Json.record(
            ["mean", "p05", "p25", "median", "p75", "p95", "coercion", "lookBack"].map {
              ($0, numbers)
            })
        ),
        ("moments", Json.list(of: momentSchema)),
      ])

  private static let storySchema = Json.record([
    ("posture", Json.type("string")), ("before", Json.type("integer")), ("posterior", numbers),
    (
      "reports",
      Json.list(of: Json.record([("day", Json.type("integer")), ("family", Json.type("string"))]))
    ),
    ("alarm", Json.nullable("integer")), ("attack", Json.type("integer")),
    ("replicate", Json.type("integer")),
    ("draw", Json.type("integer")), ("among", Json.type("integer")),
    (
      "minutes",
      .object([("type", .array([.string("object"), .string("null")]))])
    ),
  ])

  static let schema = Json.record([
    ("caveat", Json.type("string")), ("purposes", Json.list(of: Json.type("string"))),
    ("families", Json.map(to: Json.type("string"))),
    ("episodes", Json.list(of: episodeSchema)),
    (
      "trades",
      Json.list(
        of:
          Json.record([
            ("method", Json.type("string")), ("threshold", Json.type("number")),
            ("falseEpisodes", Json.type("integer")), ("falseDays", Json.type("number")),
            ("leads", Json.list(of: Json.nullable("integer"))),
          ]))
    ),
    (
      "heldOut",
      Json.list(
        of:
          Json.record([
            ("method", Json.type("string")), ("episode", Json.type("string")),
            ("threshold", Json.type("number")),
            ("alarm", Json.nullable("string")), ("lead", Json.nullable("integer")),
          ]))
    ),
    ("rows", Json.type("integer")), ("echoes", Json.list(of: Json.list(of: Json.type("string")))),
    ("analysts", Json.type("integer")), ("stories", Json.list(of: storySchema)),
  ])
}
