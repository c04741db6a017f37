using System.Collections.Immutable;

namespace SynthData.Diagnostics;

/// <summary>Every diagnostic there is, by code. <c>explain</c> and DIAGNOSTICS.md print it.</summary>
internal static class DiagnosticIndex
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. SchemaDiagnostics.All,
        .. ListDiagnostics.All,
        .. RowOrderDiagnostics.All,
        .. PlanDiagnostics.All,
        .. ContinuationDiagnostics.All,
        .. OtherRowDiagnostics.All,
        .. DistributionDiagnostics.All,
        .. CorrelationDiagnostics.All,
        .. CatalogueDiagnostics.All,
        .. LocaleDiagnostics.All,
        .. ExpressionDiagnostics.All,
        .. PatternDiagnostics.All,
        .. LocalDiagnostics.All,
        .. EvaluationDiagnostics.All,
        .. RuleDiagnostics.All,
        .. DataDiagnostics.All,
        .. OutputDiagnostics.All,
        .. DatabaseDiagnostics.All,
        .. ModelDiagnostics.All,
        .. SendingDiagnostics.All,
        .. JournalDiagnostics.All,
        .. ProviderDiagnostics.All,
        .. UnsolvedDiagnostics.All,
        .. VarietyDiagnostics.All,
        .. KnowledgeDiagnostics.All,
        .. CompileDiagnostics.All,
        .. UsageDiagnostics.All,
        .. ComparingDiagnostics.All,
        .. RecordDiagnostics.All,
        .. FixtureDiagnostics.All,
        .. JobDiagnostics.All,
        .. InitDiagnostics.All,
        .. CompletionDiagnostics.All,
        .. BugDiagnostics.All,
    ];

    /// <summary>Finds a descriptor by its code, ignoring case; null when there is none.</summary>
    public static DiagnosticDescriptor? Find(string code)
    {
        foreach (DiagnosticDescriptor descriptor in All)
        {
            if (string.Equals(descriptor.Code, code, StringComparison.OrdinalIgnoreCase))
                return descriptor;
        }

        return null;
    }

    /// <summary>Gives the family's name: what the first digit of a code says.</summary>
    public static string Family(string code) => code[2] switch
    {
        '1' => "Schema",
        '2' => "Plan",
        '3' => "Local values",
        '4' => "Rules and data",
        '5' => "Output",
        '6' => "Model and journal",
        '7' => "Knowledge",
        '8' => "Usage",
        _ => "Ours",
    };
}
