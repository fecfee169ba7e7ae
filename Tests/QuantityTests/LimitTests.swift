import Quantities
import Testing

/// What Vedette does not model is told from names that only look like it: whole words are compared.
@Suite struct LimitTests {
  @Test(arguments: [
    ("aim", "aim points and accuracy"), ("aims", "aim points and accuracy"),
    ("aim_points", "aim points and accuracy"), ("aimpoints", "aim points and accuracy"),
    ("aimPoint", "aim points and accuracy"), ("aim2", "aim points and accuracy"),
    ("CEP", "aim points and accuracy"), ("CEPRadius", "aim points and accuracy"),
    ("target_points", "aim points and accuracy"), ("accuracies", "aim points and accuracy"),
    ("assigned", "weapon assignment"), ("assignments", "weapon assignment"),
    ("allocation", "weapon assignment"), ("salvo-plan", "weapon assignment"),
    ("targeting", "weapon assignment"),
    ("approaches", "routes and approach fields"), ("flight path", "routes and approach fields"),
    ("launch.azimuth", "launch azimuths, burnout states and guidance"),
    ("warhead_mass", "weapon design"), ("warheads", "weapon design"),
    ("kill_probability", "effects"), ("casualties", "effects"), ("lethality", "effects"),
    ("damageRadius", "effects"),
    ("person_name", "persons"), ("commanders", "persons"), ("address_of_home", "persons"),
  ])
  func wordsAreRefused(name: String, reason: String) {
    #expect(Limits.refusal(name) == "'\(name)': Vedette does not model \(reason)")
  }

  @Test(arguments: [
    "claims", "claim", "skill", "skills", "aimless", "maim", "exact", "reception", "concept",
    "cepheid", "pathology", "sympathy", "overkill", "killjoy", "sandblast", "addresses",
    "address", "person", "name_person", "point_target", "plan_salvo", "aircraft", "", "_", "ÉÉ",
    "routeur", "yielding",
  ])
  func otherWordsAreNot(name: String) {
    #expect(Limits.refusal(name) == nil)
  }
}
