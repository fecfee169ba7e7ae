internal import Findings
internal import Quantities

/// How it was computed, in plain words; the equations; whose data it is.
extension PageWriter {
  func method() -> String {
    PageWriter.methodText
  }

  func attributions() -> String {
    guard let maps else { return "" }
    let data = results.foundations.data.map {
      "<li>\(Html.escape($0.attribution)) (\(Html.escape($0.licence))), version "
        + "\(Html.escape($0.version))</li>"
    }
    let used =
      data.isEmpty
      ? "<p>No data layer was used.</p>" : "<ul>\(data.joined())</ul>"
    return "\(used)<p>\(maps.borders)</p><p>Projection: "
      + "\(Html.escape(maps.projection)).</p><p>Sites stand at town level.</p>"
  }

  private static let methodText = """
    <p>Every number comes from the same chain: text, theatre, exposures, timelines, warnings. A draw is one \
    consistent world: a value for every uncertain input. Before and after share every draw they have in common.</p>
    <p><b>Flight.</b> Quasi-ballistic missiles follow a kinematic profile in which flight time and apogee are \
    primary; lift may only do what the air allows, and the published range, apogee and peak speed do not fit one \
    free arc (<code>vedette check</code> says by how much). Ballistic missiles fly free arcs over the rotating Earth \
    with drag; cruise missiles, aircraft and drones fly level, drones with the wind; rockets fly arcs whose speed follows \
    from their range; glide bombs come down evenly. Where a published mean speed leaves too little time for the published \
    apogee, half of the draws keep the one and half the other. What the \
    other side chooses (launch point, height) is drawn from the analyst’s mix; beside it stands the worst of twelve \
    corners of what it may choose, on fewer draws.</p>
    <p><b>Detection.</b> Rays bend in an exponential atmosphere by the weather of the day, one weather for the whole \
    theatre; where the scenario uses the layers, from ITU-R refractivity, and coarse terrain around each radar hides \
    what is behind it. Where its wavelength is known, the wave that the ground reflects takes from the echo of what flies low. Where neither \
    its site nor fine terrain says how high its ground is, a radar is taken to stand on a hill (<code>terrain.hill</code>). \
    A look detects by Swerling I from an anchor; two of three looks make a track firm. Airborne \
    radars keep clear of hostile air defence. Only sensors that the scenario names are in: over real countries \
    gap-fillers, mobile, passive and most airborne sensors are not public, and against low flyers this is a lower \
    bound on warning. A country whose net is not public has a <i>reported</i> net, known by its dated alerts: missiles \
    are told of so long after their launch, or before it by signs of preparation; a carrier’s by its take-off; what \
    flies level when it is so far from the place.</p>
    <p><b>Alert.</b> Several ways lead to an order, and the earliest counts, as far as a country’s rules let it suffice \
    for the class: a launch seen from space, a radar’s track that is firm, identified and localised, observers, and \
    from a crisis on signs of preparation and take-offs. How long an order takes is drawn from a log of dated alerts, \
    each event once; countries with few events lean on the others and on what is stated. Few events make wide bands. Under \
    peace rules what flies level is hostile when it crosses the border or a line before it. A region is alerted when \
    all that the missile can still reach fits it. Enough: a randomly chosen person is reached by a channel, confirms \
    and moves before the first arrival; at night as the scenario says of night, else as by day. A chance to intercept says that \
    geometry and time allow a meeting, never that it succeeds. The payload of a dual-capable missile is unknown before \
    impact: 0 s of discrimination.</p>
    <p><b>Weeks.</b> Where the scenario has indicators: graded public reports are weighed against purposes of the other \
    side by a filter over phases, with rates that are judgements; each origin counts once in a family, a family’s week \
    is held at a cap, silence counts only where nothing is missed. Replays use what was published by then; made-up \
    histories compare postures.</p>
    <p><b>Numbers.</b> Inputs are drawn from their claims: a claim is chosen by its source’s grades, then a value by \
    its law. Shares and quantiles run over the draws in which some threat reaches; no alert counts as less than any \
    warning. Computing error: 95 % from 16 replicates. A country or district is told of as a person drawn at random \
    from its places, by population.</p>
    <p><b>What it never does.</b> No aim points, weapon assignment, routes or approach fields, launch azimuths or \
    burnout states, weapon design, effects, or persons.</p>
    """
}
