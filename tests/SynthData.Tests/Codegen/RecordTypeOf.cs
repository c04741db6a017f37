using System.Collections.Immutable;
using System.Reflection;

namespace SynthData.Tests.Codegen;

/// <summary>A generated record type, met by reflection, so that a test goes through all of them.</summary>
internal sealed record RecordTypeOf(Type Type, string Table, ImmutableArray<RowColumn> Columns)
{
    /// <summary>The types of a namespace under <c>Generated</c>.</summary>
    public static IReadOnlyList<RecordTypeOf> Namespace(string name) =>
    [
        .. from type in typeof(RecordTypeOf).Assembly.GetTypes()
           where type.Namespace == $"SynthData.Tests.Codegen.Generated.{name}" && type.GetInterfaces().Any(one => one.Name == "ITableRow`1")
           select new RecordTypeOf(type, (string)Member(type, "TableName"), (ImmutableArray<RowColumn>)Member(type, "Columns")),
    ];

    /// <summary>Properties in the order written.</summary>
    public IReadOnlyList<PropertyInfo> Properties => [.. Type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.MetadataToken)];

    /// <summary>Reads the table that the type is of.</summary>
    public IReadOnlyList<object> Read(GenerationPlan plan)
    {
        MethodInfo read = typeof(GenerationPlan).GetMethod(nameof(GenerationPlan.Read))!.MakeGenericMethod(Type);
        return [.. ((System.Collections.IEnumerable)read.Invoke(plan, [null])!).Cast<object>()];
    }

    // Implemented explicitly: the name of the member is that of the interface and its own.
    private static object Member(Type type, string name) =>
        type.GetProperties(BindingFlags.NonPublic | BindingFlags.Static).Single(property => property.Name.EndsWith($".{name}", StringComparison.Ordinal)).GetValue(null)!;
}
