using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using SynthData.Diagnostics;
using SynthData.Planning;

namespace SynthData.Testing.Binding;

/// <summary>How rows of a type are made: which cells its constructor takes, and which of its properties are set after.</summary>
/// <remarks>Thread-safe. Reflection, for types a person wrote; types that <c>synthdata codegen</c> wrote bind themselves.</remarks>
internal sealed class RowShape
{
    private readonly Type type;
    private readonly string table;
    private readonly ConstructorInfo? constructor;
    private readonly ImmutableArray<RowPart> parameters;
    private readonly ImmutableArray<(PropertyInfo Property, RowPart Part)> properties;

    private RowShape(
        Type type, string table, ConstructorInfo? constructor, ImmutableArray<RowPart> parameters, ImmutableArray<(PropertyInfo Property, RowPart Part)> properties)
    {
        this.type = type;
        this.table = table;
        this.constructor = constructor;
        this.parameters = parameters;
        this.properties = properties;
    }

    /// <summary>Whether nothing can change an object of a type, so that tests that run at once may have the same one.</summary>
    public static bool IsShareable(Type type)
    {
        for (Type? one = type; one is not null && one != typeof(object); one = one.BaseType)
        {
            const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            if (!type.IsValueType && one.GetFields(own).Any(field => !field.IsInitOnly || !CellFit.IsCellType(field.FieldType)))
                return false;
        }

        return true;
    }

    /// <summary>Matches a type with a table.</summary>
    /// <exception cref="FixtureException">It does not match; every difference is told (SD8423).</exception>
    public static RowShape Of(Type type, GenerationPlan plan, string table)
    {
        TablePlan found = plan.Run.Plan.Tables.First(one => one.Name == table);
        var parts = new RowParts(plan.Run.Plan, found);
        ConstructorInfo? constructor = Constructor(type, parts);
        ParameterInfo[] taken = constructor?.GetParameters() ?? [];
        ImmutableArray<RowPart> parameters = [.. taken.Select(parts.Of).OfType<RowPart>()];
        var properties = ImmutableArray.CreateBuilder<(PropertyInfo, RowPart)>();
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            bool isSet = property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(NotMappedAttribute));
            if (isSet && !taken.Any(parameter => RowParts.IsNamed(parameter, property)) && parts.Of(property) is { } part)
                properties.Add((property, part));
        }

        if (!type.IsValueType && constructor is null)
            parts.Differences.Add(type.IsAbstract ? "it is abstract" : "it has no public constructor");
        else if (parts.Differences.Count == 0 && parameters.IsEmpty && properties.Count == 0)
            parts.Differences.Add("nothing of it takes a column: no parameter of its constructor, and no public property that can be set");
        if (parts.Differences.Count > 0)
            throw new FixtureException(FixtureDiagnostics.TypeDiffers.At(
                found.Schema.Position, type.Name, table, $"{string.Concat(parts.Differences.Select(difference => $"\n  - {difference}"))}\n "));
        return new RowShape(type, table, constructor, parameters, properties.ToImmutable());
    }

    /// <summary>Makes the object of a row.</summary>
    /// <param name="cells">A value for each visible column.</param>
    /// <param name="index">The row's, for messages.</param>
    /// <remarks>What the type's own code throws comes as it is.</remarks>
    /// <exception cref="FixtureException">A value does not fit (SD8424).</exception>
    public object Make(object?[] cells, long index)
    {
        var arguments = new object?[parameters.Length];
        for (int place = 0; place < arguments.Length; place++)
            arguments[place] = Value(parameters[place], cells, index);
        object made = constructor is null ? Activator.CreateInstance(type)! : constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        foreach ((PropertyInfo property, RowPart part) in properties)
            property.SetValue(made, Value(part, cells, index), BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
        return made;
    }

    private object? Value(RowPart part, object?[] cells, long index)
    {
        if (cells[part.Column] is not { } cell)
            return null;
        try
        {
            return part.Convert is { } convert ? convert(cell) : cell;
        }
        catch (Exception misfit) when (misfit is OverflowException or FormatException)
        {
            throw new FixtureException([FixtureDiagnostics.ValueDoesNotFit.At(part.Position, index + 1, table, cell, part.Name, type.Name, part.Member, TypeText.Of(part.Type))]);
        }
    }

    // The one there is; of several the one without parameters, for properties say the rest; else the one that takes most of what the table has.
    private static ConstructorInfo? Constructor(Type type, RowParts parts)
    {
        ConstructorInfo[] all = type.IsAbstract ? [] : type.GetConstructors();
        return Array.Find(all, one => all.Length > 1 && one.GetParameters().Length == 0)
            ?? all.OrderByDescending(one => one.GetParameters().All(parts.Has)).ThenByDescending(one => one.GetParameters().Length).FirstOrDefault();
    }
}
