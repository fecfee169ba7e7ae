public import Findings
internal import Kernels
internal import Quantities
internal import Scenarios
public import Theatre
public import Timelines

/// The tactical rung's part in an analysis: minutes from launch to arrival.
public struct TacticalSlice: RungSlice {
  public static let findings = TacticalFigures.findings
  /// Draws a replicate of a change in parts, and parts that are split exactly.
  static let partDraws = 16
  static let mostParts = 8

  public let survey: TacticalSurvey
  let context: SliceContext
  var theatre: Theatre { survey.theatre }

  public init(_ context: SliceContext) {
    self.context = context
    survey = TacticalSurvey(context.theatre, context.environment)
  }

  public func rung(under posture: Theatre.Posture, places: Set<String>?) -> any Rung {
    TacticalRung(survey, posture: posture, places: places)
  }

  /// Marks of a ladder, in order.
  static let ladder: [Mark] = [
    .detected, .firm, .identified, .localised, .known, .ordered, .alerted, .ready, .arrived,
  ]

  /// From launch to arrival, link by link; when a person is in shelter is told beside them.
  static let links = Fold.Links(
    TacticalFigures.linkOfChange, gap: TacticalFigures.gap,
    [
      (.detected, TacticalFigures.Link.detection.rawValue),
      (.known, TacticalFigures.Link.localisation.rawValue),
      (.ordered, TacticalFigures.Link.decision.rawValue),
      (.alerted, TacticalFigures.Link.dissemination.rawValue), (.ready, nil),
      (.arrived, TacticalFigures.Link.flight.rawValue),
    ])

  /// A share of people for every rung of the ladder and every hour.
  static let tests = zip(TacticalFigures.refuges, Person.Refuge.allCases).flatMap { told, refuge in
    zip(told.hours, refuge.marks).map { Fold.Test($0, $1, noLaterThan: .arrived) }
  }
  /// Which of them is people in shelter by day.
  static let sheltered = tests.firstIndex { $0.statistic == TacticalFigures.enough }!

  static let fold = Fold(
    deciding: Fold.Gap(TacticalFigures.warning, from: .alerted, to: .arrived),
    tick: .tenthOfASecond,
    others: [Fold.Gap(TacticalFigures.flight, from: .launched, to: .arrived)],
    tests: tests,
    moments: ladder, moment: TacticalFigures.mark,
    details: [
      Fold.Detail(
        TacticalFigures.notice, .gap(from: .noticed, to: .arrived), tick: .tenthOfASecond),
      Fold.Detail(TacticalFigures.alarms, .measure(.alarms), tick: .tenth, of: .allThreats),
      Fold.Detail(TacticalFigures.alarms, .measure(.alarmsOfClass), tick: .tenth, of: .oneClass),
      Fold.Detail(
        TacticalFigures.alarmHours, .measure(.alarmHours), tick: .tenth, of: .allThreats),
      Fold.Detail(
        TacticalFigures.alarmHours, .measure(.alarmHoursOfClass), tick: .tenth, of: .oneClass),
      Fold.Detail(
        TacticalFigures.alarmLength, .measure(.alarmLength), tick: .secondOfAnHour, of: .allThreats),
      Fold.Detail(
        TacticalFigures.alarmsInVain, .measure(.alarmsInVain), tick: .tenth, of: .allThreats),
      Fold.Detail(
        TacticalFigures.interceptionChances, .measure(.opportunities), tick: .one, of: .allThreats),
    ],
    shortfall: (TacticalFigures.shortfall, .shortfall), decider: TacticalFigures.deciding,
    support: TacticalFigures.restsOn, links: links,
    slips: Fold.Slips(
      TacticalFigures.why, .slip,
      absences: [
        .neverSeen: "not-seen", .neverFirm: "not-localised", .neverIdentified: "not-localised",
        .neverLocalised: "not-localised", .noAlarm: "no-order",
      ]), worstCase: TacticalFigures.worstWarning,
    trial: TacticalFigures.trial)

  /// Every place by all threats, by class, and by the formations on trial.
  public func series(_ rungs: [any Rung], _ ask: Ask) -> [Series] {
    let byPlace = rungs.map { rung in
      Dictionary(grouping: rung.exposures.indices, by: { rung.exposures[$0].placeID })
    }
    let focus = Set(theatre.focus.map(\.id))
    let formations = theatre.formationIDs.filter {
      ask.threats[.tactical]?.contains($0) ?? false
    }
    let present = Set(rungs.flatMap { Set($0.exposures.map(\.group)) })
      .union(theatre.classesOfThreat)
    let classes = survey.kinds.classes.filter(present.contains)
    return theatre.places.filter { ask.wants(place: $0.id) }.flatMap { place -> [Series] in
      let onTrial = threatsOnTrial(at: place, ask).union(formations)
      func series(
        _ threat: String?, _ asks: Series.Asks, _ parts: [Fold.PartMeasure],
        _ matches: (Exposure) -> Bool
      ) -> Series? {
        guard ask.wants(threat: threat, .tactical) || onTrial.contains(threat) else { return nil }
        return Series(
          .place(place.id), threat: threat, fold: TacticalSlice.fold,
          members: zip(rungs, byPlace).map { rung, table in
            rung.thatReach((table[place.id] ?? []).filter { matches(rung.exposures[$0]) })
          }, asks: asks, parts: parts)
      }
      let whole = series(
        nil, [.details, .deciders, .regions],
        [.passing(test: TacticalSlice.sheltered, TacticalFigures.partOfEnough)]
      ) { _ in true }
      var ofClass: Series.Asks = [
        .moments, .deciders, .support, .shifts, .regions, .details, .links,
      ]
      if focus.contains(place.id) { ofClass.insert(.dots) }
      // of all places the spread of all marks would be most of what a briefing writes
      if focus.contains(place.id) || ask.places != nil { ofClass.insert(.gaps) }
      let each = classes.compactMap { name in
        series(
          name, ofClass, [.median(TacticalFigures.partOfChange)]
        ) { $0.group == name }
      }
      let formations = onTrial.compactMap(\.self).filter { !classes.contains($0) }.sorted()
      return [whole].compactMap(\.self) + each
        + formations.compactMap { name in series(name, [], []) { $0.threatID == name } }
    }
  }

  /// What the trials that are asked for speak of at a place: classes, formations, or all threats.
  private func threatsOnTrial(at place: Theatre.Place, _ ask: Ask) -> Set<String?> {
    guard ask.wants(.trial) else { return [] }
    return Set(
      theatre.trials.filter { ask.wants(trial: $0.id) && $0.concerns(place) }
        .map { $0.threat?.value })
  }

  public func annexes(_ request: AnnexRequest) async throws -> AnnexFindings {
    var findings = try await lowApproaches(request)
    // the air over countries, whoever is asked about
    if request.ask.wants(AirspaceFigures.product), let study = AirspaceStudy(self) {
      let air = try await study.findings(request)
      findings.figures += air.figures
      findings.inputs += air.inputs
    }
    return findings
  }

  private func lowApproaches(_ request: AnnexRequest) async throws -> AnnexFindings {
    guard request.ask.wants(LowFigures.product) else { return AnnexFindings() }
    let postures = theatre.compared.compactMap(request.posture)
    // a fleet's way does not depend on who is asked about: every place stands in its rung
    let rungs = postures.compactMap { posture in
      (request.ask.places == nil
        ? request.rung(posture.id, as: TacticalRung.self)
        : TacticalRung(survey, posture: posture, places: nil)).map { (posture.id, $0) }
    }
    guard let study = LowStudy(self, rungs) else { return AnnexFindings() }
    return try await study.findings(threads: request.threads) {
      request.progress("low approaches", $0, $1)
    }
  }
}

extension Theatre {
  /// Classes of which some posture has a formation, fastest first.
  public var classesOfThreat: [String] {
    let present = Set(postures.flatMap(\.forces).compactMap { systems[$0.system]?.kind })
    return practice.map(\.threat).filter(present.contains)
  }
}

// MARK: a change in parts

extension TacticalSlice {
  /// Every subset of the parts of a change. Subsets in which sensors, laws and places of formations agree
  /// share a posture that holds the formations of all of them.
  public func split(_ before: String, _ after: String) -> SplitPostures? {
    guard let change = theatre.change(from: before, to: after), change.parts.count > 1 else {
      return nil
    }
    let names = change.parts
    let most = TacticalSlice.mostParts
    // beyond eight, the last ones are taken together
    let parts =
      names.count <= most
      ? names.map { [$0] } : names.prefix(most - 1).map { [$0] } + [Array(names[(most - 1)...])]
    let slugs = parts.indices.map {
      parts[$0].count == 1 ? change.slugs[$0] : Statistic.theRest
    }
    let postures = (0..<(1 << parts.count)).map { subset in
      let present = parts.indices.filter { subset >> $0 & 1 == 1 }.flatMap { parts[$0] }
      return theatre.posture(change, with: Set(present))
    }
    let unions = Unions(postures)
    return SplitPostures(
      parts: slugs, postures: unions.postures, postureOf: unions.postureOf,
      threats: postures.map { Set($0.forces.map(\.id)) }, draws: TacticalSlice.partDraws)
  }

  /// Postures that agree in all but which formations are there, as one.
  private struct Unions {
    private struct Key: Hashable {
      let sensors: [String]
      let rules: Document.Rules?
      let laws: [Address: Law]
      let sites: [String: String]
    }
    private(set) var postures: [Theatre.Posture] = []
    private(set) var postureOf: [Int] = []

    init(_ all: [Theatre.Posture]) {
      let stands = Dictionary(grouping: all.flatMap(\.forces), by: \.id)
      let moved = Set(stands.filter { Set($0.value.map(\.site)).count > 1 }.keys)
      var known: [Key: Int] = [:]
      for posture in all {
        let key = Key(
          sensors: posture.sensors, rules: posture.rules, laws: posture.physicalLaws,
          sites: Dictionary(
            uniqueKeysWithValues: posture.forces.filter { moved.contains($0.id) }
              .map { ($0.id, $0.site) }))
        if let index = known[key] {
          postures[index] = postures[index].joined(with: posture.forces)
          postureOf.append(index)
        } else {
          known[key] = postures.count
          postureOf.append(postures.count)
          postures.append(posture)
        }
      }
    }
  }
}
