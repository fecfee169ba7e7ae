internal import Datasets
internal import Findings
internal import Geodesy
internal import Quantities
internal import Scenarios
internal import Theatre

/// The maps of a page.
struct Maps {
  /// One a posture that is compared.
  let states: [String]
  /// Empty where nothing is asked.
  let change: String
  /// What lies around the places named first, by id.
  let local: [String: String]
  /// What lies under them, for further maps of the page.
  let base: BaseMap
  /// What every map refers to; it stands in the first one of the page.
  let definitions: String
  /// Its name, and whose borders the maps show.
  let projection: String
  let borders: String
}

extension PageWriter {
  static let mapWidth = 720.0

  /// Before, after, and the change; the change stands first on the page and defines what all use.
  mutating func drawMaps(_ pack: DataPack) throws(DataError) -> Maps {
    let base = try BaseMap(theatre, pack, width: PageWriter.mapWidth)
    let posts = compared.map { theatre.posture($0)! }
    let used = posts.flatMap { units($0).map(\.sign) }
    let sheet = try SymbolSheet(
      Set(used), pack, isInstalled: theatre.layers.contains("symbols"))
    let reaches = posts.map(reach)
    let threat = leading
    let changes = compares ? changeMap(base, sheet, reaches, posts) : ""
    let ids = ["map-before", "map-after"].suffix(posts.count)
    let states = zip(ids, zip(posts, reaches)).map { id, both in
      let (posture, reach) = both
      let drawing = MapDrawing(
        base: base, sheet: sheet, spots: spots(posture.id), units: units(posture),
        before: [], after: reach, isChange: false)
      let title =
        "Siren before the impact of \(theatre.plural(threat)), \(judgements.named(posture.id))"
      let picture = drawing.picture(
        id: id, title: title, text: stateText(posture.id), defines: !compares)
      return figure(
        picture, legend: PageWriter.keys(SirenScale.legend),
        "\(Html.escape(title)), as of \(posture.asOf). Dashed: likely reach of \(theatre.plural(threat)). Symbols: APP-6, rectangle or circle "
          + "the side that is warned, diamond the other; a line leads from a symbol that was moved "
          + "aside to its town.")
    }
    return Maps(
      states: states, change: changes, local: localMaps(base, sheet, posts.last!, reaches.last!),
      base: base,
      definitions: MapDrawing.definitions(base, sheet),
      projection: base.frame.projection.name, borders: borders(base))
  }

  /// How far around a place its own map goes.
  private static let around = Length.kilometres(300)

  private mutating func localMaps(
    _ base: BaseMap, _ sheet: SymbolSheet, _ posture: Theatre.Posture, _ reach: [MapDrawing.Reach]
  ) -> [String: String] {
    let spots = spots(posture.id)
    let units = units(posture)
    let most = base.frame.width / base.frame.scale / 2
    let radius = min(PageWriter.around, .metres(most))
    var drawn: [String: String] = [:]
    for place in theatre.focus {
      let drawing = MapDrawing(
        base: base.square(around: place.position, radius: radius, width: PageWriter.mapWidth / 2),
        sheet: sheet, spots: spots, units: units, before: [], after: reach, isChange: false)
      let kilometres = Words.number((radius.metres / 1_000).rounded())
      let title =
        "\(place.name) and \(kilometres) km around, \(judgements.named(posture.id))"
      let picture = drawing.picture(
        id: "map-\(place.id)", title: title,
        text: localText(spots.filter { drawing.shows($0) }), defines: false)
      drawn[place.id] = figure(
        picture, legend: PageWriter.keys(SirenScale.legend),
        "\(Html.escape(title)): \(Html.escape(theatre.plural(leading))). Borders as on the first map."
      )
    }
    return drawn
  }

  private func localText(_ spots: [MapDrawing.Spot]) -> String {
    "Of \(theatre.plural(leading)): \(spots.map(\.tip).joined(separator: "; "))."
  }

  /// Both states in their section; the change stands in the summary.
  mutating func places() -> String {
    guard let maps else { return "" }
    return
      (compares
      ? "<p>What changes is on <a href=\"#map-change\">the map of the summary</a>.</p>" : "")
      + maps.states.joined()
  }

  private static func keys(
    _ items: [(mark: MapMark, words: String)]
  ) -> [CaptionedPicture.Key] {
    items.map { CaptionedPicture.Key(svg: $0.mark.key, words: $0.words) }
  }

  private mutating func changeMap(
    _ base: BaseMap, _ sheet: SymbolSheet, _ reaches: [[MapDrawing.Reach]],
    _ posts: [Theatre.Posture]
  ) -> String {
    let threat = leading
    let changes = Dictionary(
      uniqueKeysWithValues: theatre.places.map {
        ($0.id, judgements.change($0.subject, threat, headline))
      })
    let scale = ChangeScale(Array(changes.values), least: Judgements.noticeable)
    let spots = theatre.places.map { spot($0, changes[$0.id]!, scale) }
    let drawing = MapDrawing(
      base: base, sheet: sheet, spots: spots, units: units(posts[1]).filter(\.isNamed),
      before: reaches[0], after: reaches[1], isChange: true)
    let title =
      "Siren before the impact of \(theatre.plural(threat)): what changes, \(judgements.named(compared.first!)) → \(judgements.named(compared.last!))"
    let picture = drawing.picture(
      id: "map-change", title: title, text: changeText(), defines: true)
    return figure(
      picture, legend: PageWriter.keys(scale.legend),
      "\(Html.escape(title)). Of 100 attacks, those with the siren first: how many more or fewer, from the same draws. "
        + (theatre.whatIfs(of: posts[1]).isEmpty
          ? "" : "A dashed frame: a what-if, which nobody has reported. ")
        + "Dotted: likely reach before; dashed: where it comes to reach after. Hatched: newly within likely reach (rising strokes), no longer within it (falling strokes). "
        + "\(Html.escape(base.frame.projection.name)). \(borders(base)) "
        + Html.escape(base.credits.joined(separator: "; ")))
  }

  /// A place's mark on the map of the change; the places named first are told with their change.
  private func spot(
    _ place: Theatre.Place, _ change: Judgements.Change, _ scale: ChangeScale
  ) -> MapDrawing.Spot {
    let words = Judgements.words(change)
    var told: String?
    if theatre.focus.contains(place) {
      switch change {
      case .fewer, .more: told = "\(place.name) \(words)"
      default: told = place.name
      }
    }
    return MapDrawing.Spot(
      name: place.name, position: place.position, population: place.population,
      mark: scale.mark(change), tip: "\(place.name): \(words)", told: told)
  }

  /// Whose borders they are; of Crimea where Ukraine is on the map.
  func borders(_ base: BaseMap) -> String {
    let own = theatre.outlines.polygons.keys.sorted().map { BaseMap.name(of: $0, in: theatre) }
    var words: [String] = []
    if theatre.layers.contains("countries") {
      words.append(
        "Borders are those of the Digital Chart of the World as distributed with the Generic Mapping "
          + "Tools and no statement of ours"
          + "\(base.drawn.contains("UA") ? "; Crimea is drawn as Ukraine" : "").")
    }
    if !own.isEmpty {
      words.append(
        "The \(own.count == 1 ? "outline" : "outlines") of \(Html.escape(Words.list(own))) "
          + "\(own.count == 1 ? "is" : "are") the scenario's own.")
    }
    return words.isEmpty ? "No border is drawn." : words.joined(separator: " ")
  }

  // MARK: marks

  private func spots(_ posture: String) -> [MapDrawing.Spot] {
    let focus = Set(theatre.focus.map(\.id))
    return theatre.places.map { place in
      let reached = ladder.reaches(place.subject, leading, posture)
      let figure = ladder.figure(
        place.subject, TacticalFigures.warning, leading, posture, .inTime)
      let words =
        reached
        ? "siren first in \(BriefText.hundred(figure)) of 100 attacks"
        : "out of reach in most draws"
      return MapDrawing.Spot(
        name: place.name, position: place.position, population: place.population,
        mark: reached ? SirenScale.mark(figure?.value ?? 0) : MapMark.outOfReach,
        tip: "\(place.name): \(words)", told: focus.contains(place.id) ? place.name : nil)
    }
  }

  /// Forces and sensors of a posture; those of the leading class are named.
  private func units(_ posture: Theatre.Posture) -> [MapDrawing.Unit] {
    let forces = posture.forces.compactMap { force -> MapDrawing.Unit? in
      guard let site = theatre.sites[force.site],
        let sign = sign(force.system, of: force.country)
      else { return nil }
      return MapDrawing.Unit(
        sign: sign, name: site.name, position: site.position,
        isNamed: theatre.systems[force.system]?.kind == leading,
        isWhatIf: force.sighting.standing == .whatIf)
    }
    let sensors = posture.sensors.compactMap { id -> MapDrawing.Unit? in
      guard let site = theatre.sites[id], let system = site.system,
        let sign = sign(system, of: site.country)
      else { return nil }
      return MapDrawing.Unit(
        sign: sign, name: site.name, position: site.position, isNamed: false,
        isWhatIf: site.sighting.standing == .whatIf)
    }
    var seen: Set<MapDrawing.Unit> = []
    return (forces.sorted { ($0.isNamed ? 0 : 1) < ($1.isNamed ? 0 : 1) } + sensors)
      .filter { seen.insert($0).inserted }
  }

  /// How a country's system is drawn; nil where its kind has no place on a map.
  private func sign(_ system: String, of country: String) -> SymbolSheet.Unit? {
    theatre.systems[system].flatMap { theatre.signs[$0.kind] }.map {
      SymbolSheet.Unit(symbol: $0.symbol, isDefended: theatre.defended.contains(country))
    }
  }

  private func reach(_ posture: Theatre.Posture) -> [MapDrawing.Reach] {
    posture.forces.compactMap { force in
      guard theatre.systems[force.system]?.kind == leading,
        let law = theatre.law(of: force.system, "range", under: posture),
        let site = theatre.sites[force.site]
      else { return nil }
      return MapDrawing.Reach(centre: site.position, radius: Length(si: law.likely))
    }
  }

  // MARK: for who does not see the map

  private func changeText() -> String {
    let effect = judgements.effect(headline, leading)
    let most = effect.fewer.prefix(5).map {
      "\($0.place.name) \(Judgements.words($0.change))"
    }
    return judgements.sentence(effect, leading)
      + (most.isEmpty ? "" : " Most: \(Words.list(most)).")
  }

  private func stateText(_ posture: String) -> String {
    let words = theatre.focus.map { place in
      let figure = ladder.figure(
        place.subject, TacticalFigures.warning, leading, posture, .inTime)
      return ladder.reaches(place.subject, leading, posture)
        ? "\(place.name) \(BriefText.hundred(figure))" : "\(place.name) out of reach"
    }
    return
      "Of 100 attacks, those with the siren first, at the places named first: \(Words.list(words))."
  }
}
