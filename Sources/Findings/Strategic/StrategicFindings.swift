public import Quantities

extension Results {
  /// What the strategic rung found beside its figures: curves, rows and tables.
  public struct Strategic: Hashable, Sendable {
    /// An episode looked at again with what was known day by day.
    public struct Episode: Identifiable, Hashable, Sendable {
      public let id, title, purpose, posture, outcome: String
      public let start, end: Day
      /// The day of the attack or of what coercion brought about.
      public let event: Day?
      public let endsInAttack: Bool
      /// Rows of the log that count, and rows in the time of the episode that say nothing.
      public let used, unused: Int
      public let curve: Curve
      public let alarm, coercionAlarm, nuclearAlarm: Alarm
      public let rivals: [RivalAlarm]
      public let scores, unmoved: Scores
      /// By how many days the alarm moves when every row stands twice, and in each of many thinnings.
      public let robustness: Robustness
      public let moments: [Moment]

      public init(
        id: String, title: String, purpose: String, posture: String, outcome: String, start: Day,
        end: Day, event: Day?, endsInAttack: Bool, used: Int, unused: Int, curve: Curve,
        alarm: Alarm, coercionAlarm: Alarm, nuclearAlarm: Alarm, rivals: [RivalAlarm],
        scores: Scores, unmoved: Scores, robustness: Robustness, moments: [Moment]
      ) {
        (self.id, self.title, self.purpose, self.posture) = (id, title, purpose, posture)
        (self.outcome, self.start, self.end, self.event) = (outcome, start, end, event)
        (self.endsInAttack, self.used, self.unused) = (endsInAttack, used, unused)
        (self.curve, self.alarm, self.coercionAlarm) = (curve, alarm, coercionAlarm)
        (self.nuclearAlarm, self.rivals, self.scores) = (nuclearAlarm, rivals, scores)
        (self.unmoved, self.robustness, self.moments) = (unmoved, robustness, moments)
      }
    }

    /// Shares of a purpose, day by day from the first.
    public struct Curve: Hashable, Sendable {
      /// Preparation of an attack: mean over the analysts, the middle of them, and nine in ten.
      public let mean, p05, p25, median, p75, p95: [Double]
      public let coercion: [Double]
      /// Preparation once the whole episode is known.
      public let lookBack: [Double]

      public init(
        mean: [Double], p05: [Double], p25: [Double], median: [Double], p75: [Double],
        p95: [Double], coercion: [Double], lookBack: [Double]
      ) {
        (self.mean, self.p05, self.p25, self.median) = (mean, p05, p25, median)
        (self.p75, self.p95, self.coercion, self.lookBack) = (p75, p95, coercion, lookBack)
      }
    }

    /// When an alarm is raised, and what that leaves.
    public struct Alarm: Hashable, Sendable {
      /// The share from which it is worth its cost.
      public let threshold: Double
      /// On the mean over the analysts; nil for never.
      public let day: Day?
      /// Days from there to the event.
      public let lead: Int?
      /// Days by which one, five and nine in ten of the analysts have raised it, each on his own.
      public let early, middle, late: Day?
      /// Share of the analysts who never do.
      public let silent: Double

      public init(
        threshold: Double, day: Day?, lead: Int?, early: Day?, middle: Day?, late: Day?,
        silent: Double
      ) {
        (self.threshold, self.day, self.lead, self.early) = (threshold, day, lead, early)
        (self.middle, self.late, self.silent) = (middle, late, silent)
      }
    }

    public struct RivalAlarm: Hashable, Sendable {
      public let name, words: String
      public let threshold: Double
      public let day: Day?
      public let lead: Int?

      public init(name: String, words: String, threshold: Double, day: Day?, lead: Int?) {
        (self.name, self.words, self.threshold) = (name, words, threshold)
        (self.day, self.lead) = (day, lead)
      }
    }

    public struct Scores: Hashable, Sendable {
      public let brier, logarithmic: Double

      public init(brier: Double, logarithmic: Double) {
        (self.brier, self.logarithmic) = (brier, logarithmic)
      }
    }

    public struct Robustness: Hashable, Sendable {
      /// Share of rows that a thinning leaves out.
      public let share: Double
      /// Days by which the alarm moves; nil where it comes or goes altogether.
      public let doubled: Int?
      public let thinned: [Int?]

      public init(share: Double, doubled: Int?, thinned: [Int?]) {
        (self.share, self.doubled, self.thinned) = (share, doubled, thinned)
      }
    }

    /// One family's week as it changed on one day.
    public struct Moment: Hashable, Sendable {
      public let day: Day
      public let family: String
      public let rows: [Row]
      /// What it says of each purpose, nats around their mean, in the order of `purposes`.
      public let says: [Double]
      /// By how much it moved the log-odds of preparation and of coercion.
      public let moved: [Double]
      public var diagnosticity: Double { (says.max() ?? 0) - (says.min() ?? 0) }

      public init(day: Day, family: String, rows: [Row], says: [Double], moved: [Double]) {
        (self.day, self.family, self.rows) = (day, family, rows)
        (self.says, self.moved) = (says, moved)
      }
    }

    /// A row of the log.
    public struct Row: Identifiable, Hashable, Sendable {
      public let id, claim, grade, feed, title, link: String

      public init(
        id: String, claim: String, grade: String, feed: String, title: String, link: String
      ) {
        (self.id, self.claim, self.grade, self.feed) = (id, claim, grade, feed)
        (self.title, self.link) = (title, link)
      }
    }

    /// What one threshold of one method brings over all episodes.
    public struct Trade: Hashable, Sendable {
      public let method: String
      public let threshold: Double
      /// Episodes without attack in which it rings, and days under alarm a year in them.
      public let falseEpisodes: Int
      public let falseDays: Double
      public let leads: [Int?]

      public init(
        method: String, threshold: Double, falseEpisodes: Int, falseDays: Double, leads: [Int?]
      ) {
        (self.method, self.threshold, self.leads) = (method, threshold, leads)
        (self.falseEpisodes, self.falseDays) = (falseEpisodes, falseDays)
      }
    }

    /// An episode judged by a threshold that the other episodes chose.
    public struct HeldOut: Hashable, Sendable {
      public let method, episode: String
      public let threshold: Double
      public let alarm: Day?
      public let lead: Int?

      public init(method: String, episode: String, threshold: Double, alarm: Day?, lead: Int?) {
        (self.method, self.episode, self.threshold) = (method, episode, threshold)
        (self.alarm, self.lead) = (alarm, lead)
      }
    }

    /// One made-up history: the draw whose warning is the median one.
    public struct Story: Hashable, Sendable {
      public let posture: String
      /// Days before the first preparation from which the posterior runs.
      public let before: Int
      public let posterior: [Double]
      public let reports: [Report]
      public let alarm: Int?
      public let attack: Int
      public let replicate, draw: Int
      /// Draws of which it is the one nearest the median.
      public let among: Int

      public struct Report: Hashable, Sendable {
        public let day: Int
        public let family: String

        public init(day: Int, family: String) { (self.day, self.family) = (day, family) }
      }

      /// The minutes after the attack is launched, at one place in the same draw; nil where nothing
      /// reaches one.
      public let minutes: Minutes?

      /// Marks of the threat that leaves least.
      public struct Minutes: Hashable, Sendable {
        public let place, threat: String
        /// Name and time of each mark, s after launch, in order.
        public let marks: [Mark]

        public struct Mark: Hashable, Sendable {
          public let name: String
          public let seconds: Double

          public init(name: String, seconds: Double) {
            (self.name, self.seconds) = (name, seconds)
          }
        }

        public init(place: String, threat: String, marks: [Mark]) {
          (self.place, self.threat, self.marks) = (place, threat, marks)
        }
      }

      public init(
        posture: String, before: Int, posterior: [Double], reports: [Report], alarm: Int?,
        attack: Int, replicate: Int, draw: Int, among: Int, minutes: Minutes? = nil
      ) {
        self.among = among
        (self.posture, self.before, self.posterior) = (posture, before, posterior)
        (self.reports, self.alarm, self.attack) = (reports, alarm, attack)
        (self.replicate, self.draw, self.minutes) = (replicate, draw, minutes)
      }
    }

    /// Words of the purposes, in their order.
    public let purposes: [String]
    /// Titles of the families by id.
    public let families: [String: String]
    public let episodes: [Episode]
    public let trades: [Trade]
    public let heldOut: [HeldOut]
    /// Rows of the log, and groups of rows of one origin.
    public let rows: Int
    public let echoes: [[String]]
    /// Analysts of the replays.
    public let analysts: Int
    public let stories: [Story]

    public init(
      purposes: [String], families: [String: String], episodes: [Episode], trades: [Trade],
      heldOut: [HeldOut], rows: Int, echoes: [[String]], analysts: Int, stories: [Story]
    ) {
      (self.purposes, self.families, self.episodes) = (purposes, families, episodes)
      (self.trades, self.heldOut, self.rows) = (trades, heldOut, rows)
      (self.echoes, self.analysts, self.stories) = (echoes, analysts, stories)
    }
  }
}

extension Results.Strategic {
  /// The same with made-up histories.
  public func with(stories: [Story]) -> Results.Strategic {
    Results.Strategic(
      purposes: purposes, families: families, episodes: episodes, trades: trades,
      heldOut: heldOut, rows: rows, echoes: echoes, analysts: analysts, stories: stories)
  }
}
