internal import Quantities

extension Results.Strategic: Annex {
  public static let key = "strategic"

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

  public static let shape = Shape.record(
    { _, purposes, families, episodes, trades, heldOut, rows, echoes, analysts, stories in
      Results.Strategic(
        purposes: purposes, families: families, episodes: episodes, trades: trades,
        heldOut: heldOut, rows: rows, echoes: echoes, analysts: analysts, stories: stories)
    },
    Member("caveat", "What to print beside any of it.", .text) { $0.caveat },
    Member("purposes", "Words of the purposes, in their order.", texts) { $0.purposes },
    Member("families", "Titles of the families of indicators by id.", Shape<String>.text.byKey) {
      $0.families
    },
    Member("episodes", "Episodes replayed with what was known day by day.", Episode.shape.list) {
      $0.episodes
    },
    Member("trades", "What thresholds bring over all episodes.", Trade.shape.list) { $0.trades },
    Member(
      "heldOut", "Episodes judged by a threshold that the others chose.", HeldOut.shape.list
    ) { $0.heldOut },
    Member("rows", "Rows of the log.", .integer) { $0.rows },
    Member("echoes", "Groups of rows of one origin.", texts.list) { $0.echoes },
    Member("analysts", "Analysts of the replays: draws of the rates.", .integer) { $0.analysts },
    Member("stories", "Made-up histories: the draw whose warning is the median.", Story.shape.list)
    {
      $0.stories
    })

  private typealias Member<Part> = Shape<Results.Strategic>.Member<Part>
}

private let texts = Shape<String>.text.list
private let dayOrNull = Shape<Day>.day.orNull
private let wholeOrNull = Shape<Int>.integer.orNull
/// To six digits after the point: more is noise.
private let share = Shape<Double>.exact.standing(
  for: "a number", { (($0 as Double) * 1e6).rounded() / 1e6 }, { $0 })
private let shares = share.list

extension Results.Strategic.Episode {
  fileprivate static let shape = Shape.record(
    {
      id, title, purpose, posture, outcome, start, end, event, endsInAttack, used, unused, alarm,
      coercion, nuclear, rivals, scores, unmoved, robustness, curve, moments in
      Results.Strategic.Episode(
        id: id, title: title, purpose: purpose, posture: posture, outcome: outcome, start: start,
        end: end, event: event, endsInAttack: endsInAttack, used: used, unused: unused,
        curve: curve, alarm: alarm, coercionAlarm: coercion, nuclearAlarm: nuclear,
        rivals: rivals, scores: scores, unmoved: unmoved, robustness: robustness, moments: moments)
    },
    Member("id", "Id in the scenario.", .text) { $0.id },
    Member("title", "Its title.", .text) { $0.title },
    Member("purpose", "What the other side was up to, as is known now.", .text) { $0.purpose },
    Member("posture", "Id of the posture that it is replayed under.", .text) { $0.posture },
    Member("outcome", "What came of it.", .text) { $0.outcome },
    Member("start", "First day of what may be known.", .day) { $0.start },
    Member("end", "Last day of it.", .day) { $0.end },
    Member(
      "event", "Day of the attack or of what coercion brought about; null for none.", dayOrNull
    ) {
      $0.event
    },
    Member("endsInAttack", "Whether an attack followed.", .flag) { $0.endsInAttack },
    Member("rows", "Rows of the log that count.", .integer) { $0.used },
    Member("rowsThatSayNothing", "Rows in its time that say nothing.", .integer) { $0.unused },
    Member("alarm", "The alarm of attack.", Results.Strategic.Alarm.shape) { $0.alarm },
    Member("coercionAlarm", "That of coercion.", Results.Strategic.Alarm.shape) {
      $0.coercionAlarm
    },
    Member(
      "nuclearAlarm", "That of attack by nuclear evidence alone.", Results.Strategic.Alarm.shape
    ) {
      $0.nuclearAlarm
    },
    Member("rivals", "What simpler rules say.", Results.Strategic.RivalAlarm.shape.list) {
      $0.rivals
    },
    Member(
      "scores", "How far the daily shares were from what came.", Results.Strategic.Scores.shape
    ) {
      $0.scores
    },
    Member("unmoved", "The same of an analyst whom nothing moves.", Results.Strategic.Scores.shape)
    {
      $0.unmoved
    },
    Member("robustness", "How the alarm moves with the rows.", Results.Strategic.Robustness.shape) {
      $0.robustness
    },
    Member("curve", "Shares of a purpose, day by day.", Results.Strategic.Curve.shape) { $0.curve },
    Member("moments", "What moved the shares most.", Results.Strategic.Moment.shape.list) {
      $0.moments
    })

  private typealias Member<Part> = Shape<Results.Strategic.Episode>.Member<Part>
}

extension Results.Strategic.Alarm {
  fileprivate static let shape = Shape.record(
    {
      Results.Strategic.Alarm(
        threshold: $0, day: $1, lead: $2, early: $3, middle: $4, late: $5, silent: $6)
    },
    Member("threshold", "The share from which it is worth its cost.", .exact) { $0.threshold },
    Member("day", "On the mean over the analysts; null for never.", dayOrNull) { $0.day },
    Member("lead", "Days from there to the event.", wholeOrNull) { $0.lead },
    Member("p10", "Day by which one analyst in ten has raised it.", dayOrNull) { $0.early },
    Member("median", "Day by which half of them have.", dayOrNull) { $0.middle },
    Member("p90", "Day by which nine in ten have.", dayOrNull) { $0.late },
    Member("never", "Share of the analysts who never do.", share) { $0.silent })

  private typealias Member<Part> = Shape<Results.Strategic.Alarm>.Member<Part>
}

extension Results.Strategic.RivalAlarm {
  fileprivate static let shape = Shape.record(
    { Results.Strategic.RivalAlarm(name: $0, words: $1, threshold: $2, day: $3, lead: $4) },
    Member("name", "Name of the rule.", .text) { $0.name },
    Member("words", "The rule in words.", .text) { $0.words },
    Member("threshold", "From which it rings.", .exact) { $0.threshold },
    Member("day", "When it does; null for never.", dayOrNull) { $0.day },
    Member("lead", "Days from there to the event.", wholeOrNull) { $0.lead })

  private typealias Member<Part> = Shape<Results.Strategic.RivalAlarm>.Member<Part>
}

extension Results.Strategic.Scores {
  fileprivate static let shape = Shape.record(
    { Results.Strategic.Scores(brier: $0, logarithmic: $1) },
    Shape<Results.Strategic.Scores>.Member("brier", "Mean squared error of the daily share.", share)
    {
      $0.brier
    },
    Shape<Results.Strategic.Scores>.Member("logarithmic", "Mean surprise, nats.", share) {
      $0.logarithmic
    })
}

extension Results.Strategic.Robustness {
  fileprivate static let shape = Shape.record(
    { Results.Strategic.Robustness(share: $0, doubled: $1, thinned: $2) },
    Member("share", "Share of rows that a thinning leaves out.", .exact) { $0.share },
    Member(
      "doubled",
      "Days by which the alarm moves when every row stands twice; null where it comes or goes.",
      wholeOrNull
    ) { $0.doubled },
    Member("thinned", "The same in each of many thinnings.", wholeOrNull.list) { $0.thinned })

  private typealias Member<Part> = Shape<Results.Strategic.Robustness>.Member<Part>
}

extension Results.Strategic.Curve {
  fileprivate static let shape = Shape.record(
    {
      Results.Strategic.Curve(
        mean: $0, p05: $1, p25: $2, median: $3, p75: $4, p95: $5, coercion: $6, lookBack: $7)
    },
    Member("mean", "Share of preparation, mean over the analysts.", shares) { $0.mean },
    Member("p05", "5 % of the analysts say less.", shares) { $0.p05 },
    Member("p25", "A quarter says less.", shares) { $0.p25 },
    Member("median", "Half say less.", shares) { $0.median },
    Member("p75", "Three quarters say less.", shares) { $0.p75 },
    Member("p95", "95 % say less.", shares) { $0.p95 },
    Member("coercion", "Share of coercion, mean.", shares) { $0.coercion },
    Member("lookBack", "Share of preparation once all is known.", shares) { $0.lookBack })

  private typealias Member<Part> = Shape<Results.Strategic.Curve>.Member<Part>
}

extension Results.Strategic.Moment {
  fileprivate static let shape = Shape.record(
    { Results.Strategic.Moment(day: $0, family: $1, rows: $2, says: $3, moved: $4) },
    Member("day", "The day.", .day) { $0.day },
    Member("family", "Id of the family of indicators.", .text) { $0.family },
    Member("rows", "Rows of the log.", Results.Strategic.Row.shape.list) { $0.rows },
    Member("says", "What it says of each purpose, nats around their mean.", shares) { $0.says },
    Member("moved", "By how much it moved the log-odds of preparation and of coercion.", shares) {
      $0.moved
    })

  private typealias Member<Part> = Shape<Results.Strategic.Moment>.Member<Part>
}

extension Results.Strategic.Row {
  fileprivate static let shape = Shape.record(
    { Results.Strategic.Row(id: $0, claim: $1, grade: $2, feed: $3, title: $4, link: $5) },
    Member("id", "Id of the row.", .text) { $0.id },
    Member("claim", "What was said.", .text) { $0.claim },
    Member("grade", "Admiralty grade.", .text) { $0.grade },
    Member("feed", "Id of the feed that told it.", .text) { $0.feed },
    Member("title", "Title of the source.", .text) { $0.title },
    Member("link", "Where it can be read.", .text) { $0.link })

  private typealias Member<Part> = Shape<Results.Strategic.Row>.Member<Part>
}

extension Results.Strategic.Trade {
  fileprivate static let shape = Shape.record(
    {
      Results.Strategic.Trade(
        method: $0, threshold: $1, falseEpisodes: $2, falseDays: $3, leads: $4)
    },
    Member("method", "Who judges.", .text) { $0.method },
    Member("threshold", "From which the alarm rings.", share) { $0.threshold },
    Member("falseEpisodes", "Episodes without attack in which it rings.", .integer) {
      $0.falseEpisodes
    },
    Member("falseDays", "Days under alarm a year in them.", share) { $0.falseDays },
    Member("leads", "Days from the alarm to each attack; null for never.", wholeOrNull.list) {
      $0.leads
    })

  private typealias Member<Part> = Shape<Results.Strategic.Trade>.Member<Part>
}

extension Results.Strategic.HeldOut {
  fileprivate static let shape = Shape.record(
    {
      Results.Strategic.HeldOut(method: $0, episode: $1, threshold: $2, alarm: $3, lead: $4)
    },
    Member("method", "Who judges.", .text) { $0.method },
    Member("episode", "Id of the episode.", .text) { $0.episode },
    Member("threshold", "That the other episodes chose.", share) { $0.threshold },
    Member("alarm", "Day of the alarm; null for never.", dayOrNull) { $0.alarm },
    Member("lead", "Days from there to the event.", wholeOrNull) { $0.lead })

  private typealias Member<Part> = Shape<Results.Strategic.HeldOut>.Member<Part>
}

extension Results.Strategic.Story {
  fileprivate static let shape = Shape.record(
    { posture, before, posterior, reports, alarm, attack, replicate, draw, among, minutes in
      Results.Strategic.Story(
        posture: posture, before: before, posterior: posterior, reports: reports, alarm: alarm,
        attack: attack, replicate: replicate, draw: draw, among: among, minutes: minutes)
    },
    Member("posture", "Id of the posture.", .text) { $0.posture },
    Member("before", "Days before the first preparation from which it runs.", .integer) {
      $0.before
    },
    Member("posterior", "Share of preparation, day by day.", shares) { $0.posterior },
    Member("reports", "Reports of indicators.", Report.shape.list) { $0.reports },
    Member("alarm", "Day of the alarm, from the first preparation; null for never.", wholeOrNull) {
      $0.alarm
    },
    Member("attack", "Day of the attack.", .integer) { $0.attack },
    Member("replicate", "Of which replicate it is.", .integer) { $0.replicate },
    Member("draw", "Which draw of it.", .integer) { $0.draw },
    Member("among", "Draws of which it is the one nearest the median.", .integer) { $0.among },
    Member(
      "minutes", "The minutes after launch at one place; null where nothing reaches one.",
      Minutes.shape.orNull
    ) { $0.minutes })

  private typealias Member<Part> = Shape<Results.Strategic.Story>.Member<Part>
}

extension Results.Strategic.Story.Report {
  fileprivate static let shape = Shape.record(
    { Results.Strategic.Story.Report(day: $0, family: $1) },
    Shape<Results.Strategic.Story.Report>.Member("day", "From the first preparation.", .integer) {
      $0.day
    },
    Shape<Results.Strategic.Story.Report>.Member("family", "Of indicators, by id.", .text) {
      $0.family
    })
}

extension Results.Strategic.Story.Minutes {
  fileprivate static let shape = Shape.record(
    { Results.Strategic.Story.Minutes(place: $0, threat: $1, marks: $2) },
    Member("place", "Id of the place.", .text) { $0.place },
    Member("threat", "Id of the formation that leaves least.", .text) { $0.threat },
    Member("marks", "Moments after launch, in order.", Mark.shape.list) { $0.marks })

  private typealias Member<Part> = Shape<Results.Strategic.Story.Minutes>.Member<Part>
}

extension Results.Strategic.Story.Minutes.Mark {
  fileprivate static let shape = Shape.record(
    { Results.Strategic.Story.Minutes.Mark(name: $0, seconds: $1) },
    Shape<Results.Strategic.Story.Minutes.Mark>.Member("name", "Of the mark.", .text) { $0.name },
    Shape<Results.Strategic.Story.Minutes.Mark>.Member(
      "seconds", "After launch, to a tenth.",
      Shape<Double>.exact.standing(
        for: "a number", { (($0 as Double) * 10).rounded() / 10 }, { $0 })
    ) { $0.seconds })
}
