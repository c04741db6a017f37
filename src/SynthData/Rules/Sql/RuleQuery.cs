namespace SynthData.Rules.Sql;

/// <summary>One rule of a table as an SQL query.</summary>
/// <param name="Rule">What must hold, in words.</param>
/// <param name="Sql">Selects what breaks the rule, without a semicolon; null where SQL cannot say it.</param>
/// <param name="WhyNot">Why there is no query.</param>
internal sealed record RuleQuery(string Table, string Rule, string? Sql, string? WhyNot = null);
