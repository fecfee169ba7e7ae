internal import Kernels

/// How much events differ within a country, and countries from each other: the variance components of a one-way layout.
///
///     within²  = Σ_c Σ_i (x_ci − x̄_c)² / Σ_c (n_c − 1)
///     between² = variance of the x̄_c, less the mean of within² / n_c, not below 0
///
/// As many rows of its own as `within² / between²` tell a country as much as all the others do (G. K. Robinson, That BLUP is a
/// good thing, Statistical Science 6, 1991).
struct CountrySpread {
  /// Standard deviation within a country, with its degrees of freedom.
  let within: Double
  let freedom: Int
  /// Variance between countries.
  let between: Double
  /// Fewer degrees of freedom tell nothing of how events of one country differ.
  static let leastFreedom = 2

  /// Nil with fewer than two countries, or too few countries with two rows.
  init?(_ rows: [(country: String, value: Double)], onLogarithm: Bool) {
    let values = rows.filter { !onLogarithm || $0.value > 0 }.map {
      ($0.country, onLogarithm ? naturalLogarithm($0.value) : $0.value)
    }
    let groups = Dictionary(grouping: values, by: \.0).sorted { $0.key < $1.key }
      .map { $0.value.map(\.1) }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func squares(_ values: [Double]) -> Double {
      let middle = mean(values)
      return values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    }
    freedom = groups.reduce(0) { $0 + $1.count - 1 }
    guard groups.count > 1, freedom >= CountrySpread.leastFreedom else { return nil }
    let variance = groups.reduce(0) { $0 + squares($1) } / Double(freedom)
    guard variance > 0 else { return nil }
    within = variance.squareRoot()
    let means = groups.map(mean)
    between = max(
      0,
      squares(means) / Double(means.count - 1)
        - mean(groups.map { variance / Double($0.count) }))
  }

  /// As how many rows of a country's own all the others count.
  var likeness: Double { between > 0 ? within * within / between : .infinity }

  /// Of the kernels of a country's own `n` rows: with it their mixture is as wide as Student's prediction of one more event
  /// of that country (`Pool.width`), the rows themselves being (n − 1)/n of its variance.
  func width(of n: Int) -> Double {
    let factor = Pool.student(freedom) * (1 + 1 / Double(n)).squareRoot() / 1.2816
    return within * (factor * factor - Double(n - 1) / Double(n)).squareRoot()
  }
}
