using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads the one source of a column, a case or a fallback, with the modifiers that belong to the source.</summary>
internal sealed class SourceReader(SchemaReading reading)
{
    /// <summary>Reads the source; null when there is none or errors were found.</summary>
    /// <param name="map">The column, case or fallback as written.</param>
    /// <param name="options">Its <c>given</c>.</param>
    /// <param name="keepsGiven">True when something outside the source, such as <c>nulls</c>, already depends on <c>given</c>.</param>
    public SourceSchema? Read(MapNode map, SourceScope scope, OptionReader options, bool keepsGiven = false)
    {
        if (FindSource(map, scope) is not { } key)
        {
            CheckFits(map, ColumnKeys.NoSource, scope, options, keepsGiven);
            return null;
        }

        CheckFits(map, key, scope, options, keepsGiven);
        if (scope.NameCount > 1 && key is not ("references" or "tuples"))
        {
            reading.Report(SchemaDiagnostics.CompositeSource, map.Find(key)!.Position, scope.What, $"'{key}'");
            return null;
        }

        SourceSchema? source = ReadSource(map, key, map[key]!, scope, options);
        CheckGiven(map, key, options, scope, keepsGiven);
        return source is null
            ? null
            : source with { Given = options.Given, IsOrdered = reading.Flag(map["ordered"], $"'ordered' of {scope.What}", otherwise: false) };
    }

    private string? FindSource(MapNode map, SourceScope scope)
    {
        MapEntry[] found = [.. map.Entries.Where(entry => entry.Text is { } key && ColumnKeys.Sources.Contains(key))];
        if (found.Length == 0)
            return map.Has("distribution") ? "distribution" : null;
        if (found.Length == 2 && map.Has("semantic") && map.Has("values"))
            return "semantic";                                  // its weights

        foreach (MapEntry second in found.Skip(1))
            reading.Report(SchemaDiagnostics.SeveralSources, second.Position, scope.What, found[0].Text, second.Text);
        return found[0].Text;
    }

    private void CheckFits(MapNode map, string source, SourceScope scope, OptionReader options, bool keepsGiven)
    {
        string printed = source == ColumnKeys.NoSource ? source : $"'{source}'";
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Text is { } key && key != source && ColumnKeys.Fits.TryGetValue(key, out string[]? fitting) && !fitting.Contains(source))
            {
                string sources = string.Join(", ", fitting.Where(one => one != ColumnKeys.NoSource));
                reading.Report(SchemaDiagnostics.ModifierDoesNotFit, entry.Position, scope.What, key, printed, sources);
            }
        }

        if (!options.Given.IsEmpty && !keepsGiven && source != "cases" && !ColumnKeys.GivenFits.Contains(source))
        {
            reading.Report(
                SchemaDiagnostics.ModifierDoesNotFit, map.Find("given")!.Position, scope.What, "given", printed,
                string.Join(", ", ColumnKeys.GivenFits) + ", nulls, count");
        }
    }

    // A semantic value may follow a column of its own row without further options.
    private void CheckGiven(MapNode map, string key, OptionReader options, SourceScope scope, bool keepsGiven)
    {
        if (options.Given.IsEmpty || options.IsGivenUsed || keepsGiven || key is "semantic" or "values" or "tuples")
            return;
        if (key == "cases" || ColumnKeys.GivenFits.Contains(key))
            reading.Report(SchemaDiagnostics.GivenUnused, map.Find("given")!.Position, scope.What, options.GivenNames);
    }

    private SourceSchema? ReadSource(MapNode map, string key, SchemaNode node, SourceScope scope, OptionReader options)
    {
        string where = $"'{key}' of {scope.What}";
        return key switch
        {
            "sequence" => ReadSequence(node, where),
            "uuid" => IsTrue(node, where) ? new UuidSource(node.Position) : null,
            "position" => IsTrue(node, where) ? new PositionSource(node.Position) : null,
            "values" => ReadValues(map, node, scope, options),
            "range" => ReadRange(map, node, scope, options),
            "after" or "before" => ReadOffset(map, key, node, scope, options),
            "semantic" => ReadSemantic(map, node, scope, options),
            "pattern" => reading.Expression(node, where) is { } pattern ? new PatternSource(pattern.Text, pattern.Position) { CheckDigit = ReadCheckDigit(map, scope) } : null,
            "template" => reading.Scalar(node, where, "a text") is { } template ? new TemplateSource(template.ToExpression()) { CheckDigit = ReadCheckDigit(map, scope) } : null,
            "expr" => reading.Expression(node, where) is { } expression ? new ExpressionSource(expression) : null,
            "object" => new ObjectReader(reading).Read(node, scope),
            "references" => new ReferenceReader(reading).Read(map, node, scope),
            "prompt" => new PromptReader(reading).Read(map, node, scope),
            "constant" => ReadConstant(node, where),
            "cases" => new CasesReader(reading).Read(node, scope),
            "series" => new SeriesReader(reading, where).Read(node),
            "tuples" => new TuplesReader(reading, scope).Read(node, options, reading.Flag(map["exact"], $"'exact' of {scope.What}", otherwise: false)),
            _ => ReadDistribution(map, options, needsParameters: true) is { } distribution
                ? new DistributionSource(distribution, node.Position)
                : null,
        };
    }

    private SequenceSource? ReadSequence(SchemaNode node, string where)
    {
        if (node is not MapNode map)
            return reading.Whole(node, where, long.MinValue, long.MaxValue) is { } only ? new SequenceSource(only, 1, node.Position) : null;
        int before = reading.Reported;
        reading.CheckKeys(map, where, ["start", "step"]);
        long start = reading.Whole(map["start"], $"'start' in {where}", long.MinValue, long.MaxValue) ?? 1;
        long step = reading.Whole(map["step"], $"'step' in {where}", long.MinValue, long.MaxValue) ?? 1;
        if (step == 0 && map["step"] is ScalarNode zero)
            reading.BadLiteral(zero, $"'step' in {where}", "a whole number other than 0");
        return reading.Reported == before ? new SequenceSource(start, step, node.Position) : null;
    }

    private CheckDigitKind? ReadCheckDigit(MapNode map, SourceScope scope)
    {
        const string expected = "luhn, iban or ean";
        string where = $"'check_digit' of {scope.What}";
        if (map["check_digit"] is not { } node || reading.Scalar(node, where, expected) is not { } scalar)
            return null;
        switch (scalar.Text)
        {
            case "luhn":
                return CheckDigitKind.Luhn;
            case "iban":
                return CheckDigitKind.Iban;
            case "ean":
                return CheckDigitKind.Ean;
            default:
                reading.BadLiteral(scalar, where, expected);
                return null;
        }
    }

    private bool IsTrue(SchemaNode node, string where)
    {
        if (reading.Scalar(node, where, "true") is not { } scalar)
            return false;
        if (scalar.Text == "true")
            return true;
        reading.BadLiteral(scalar, where, "'true'");
        return false;
    }

    private ValuesSource? ReadValues(MapNode map, SchemaNode node, SourceScope scope, OptionReader options)
    {
        bool isExact = reading.Flag(map["exact"], $"'exact' of {scope.What}", otherwise: false);
        var reader = new ValuesReader(reading);
        string where = $"'values' of {scope.What}";
        if (options.Given.IsEmpty)
        {
            // A weight map whose weights are lists or maps is one by condition that lacks its 'given'.
            if (node is MapNode { Entries: [{ Value: ListNode or MapNode }, ..] })
            {
                reading.Report(SchemaDiagnostics.ConditionWithoutGiven, node.Position, where, "a list of values or a map from value to weight");
                return null;
            }

            return reader.Read(node, where) is { } values
                ? new ValuesSource(new GivenOption<ValueList>([], values, node.Position), isExact, node.Position)
                : null;
        }

        if (ValueFileReader.IsFile(node))
        {
            return reader.Read(node, where) is { } inFile
                ? new ValuesSource(new GivenOption<ValueList>([], inFile, node.Position), isExact, node.Position)
                : null;
        }

        if (node is not MapNode byCondition || byCondition.Entries.Any(entry => entry.Value is ScalarNode))
        {
            string found = node is MapNode ? "a map with a single value in it" : node.Shape;
            reading.Report(SchemaDiagnostics.ValuesNotByCondition, node.Position, where, found, options.GivenNames);
            return null;
        }

        return options.Conditional(node, "values", reader.Read) is { } conditional
            ? new ValuesSource(conditional, isExact, node.Position)
            : null;
    }

    private RangeSource? ReadRange(MapNode map, SchemaNode node, SourceScope scope, OptionReader options)
    {
        GivenOption<RangeEnds>? ends = options.Read(
            node, "range", "[low, high]", (item, what) => RangeReader.Read(item, what, reading, scope.Type));
        GivenOption<DistributionSchema>? distribution = ReadDistribution(map, options, needsParameters: false);
        GivenOption<SchemaScalar>? step = map["step"] is { } grid ? options.Read(grid, "step", "a step above 0", ReadStep) : null;
        return ends is null ? null : new RangeSource(ends, node.Position) { Distribution = distribution, Step = step };
    }

    private SchemaScalar? ReadStep(SchemaNode node, string where)
    {
        const string expected = "a number above 0 or a duration";
        if (reading.Scalar(node, where, expected) is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out decimal step) ? step > 0 : Literals.IsDuration(scalar.Text) && scalar.Text[0] != '-')
            return scalar.ToScalar();
        reading.BadLiteral(scalar, where, expected);
        return null;
    }

    private OffsetSource? ReadOffset(MapNode map, string key, SchemaNode node, SourceScope scope, OptionReader options)
    {
        ScalarNode? anchor = reading.Scalar(node, $"'{key}' of {scope.What}", "a column, a date or an expression");
        bool isDate = anchor is not null && RangeReader.CheckDate(anchor, $"'{key}' of {scope.What}", reading, scope.Type);
        GivenOption<DistributionSchema>? distribution = ReadDistribution(map, options, needsParameters: false);
        if (map["within"] is not { } within)
        {
            reading.Report(SchemaDiagnostics.MissingCompanion, map.Find(key)!.Position, scope.What, key, "within", "[1h, 3d]");
            return null;
        }

        GivenOption<RangeEnds>? distance = options.Read(
            within, "within", "[shortest, longest]", (item, what) => RangeReader.ReadDurations(item, what, reading));
        return !isDate || distance is null
            ? null
            : new OffsetSource(key == "after", anchor!.ToScalar(), distance, node.Position) { Distribution = distribution };
    }

    private GivenOption<DistributionSchema>? ReadDistribution(MapNode map, OptionReader options, bool needsParameters)
    {
        if (map["distribution"] is not { } node)
            return null;
        var reader = new DistributionReader(reading);
        // Without 'given' a map can only be meant as a distribution, so what is wrong with it is its name.
        return options.Read(
            node, "distribution", "a distribution", (item, what) => reader.Read(item, what, needsParameters),
            map => DistributionReader.IsDistribution(map) || (options.Given.IsEmpty && map.Entries.Length == 1));
    }

    private SemanticSource? ReadSemantic(MapNode map, SchemaNode node, SourceScope scope, OptionReader options)
    {
        int before = reading.Reported;
        SchemaScalar? of = ReadOf(map, scope);
        ValuesSource? weights = map["values"] is { } values ? ReadWeights(map, values, scope, options) : null;
        const string expected = "a type of the catalogue such as person.full_name ('synthdata types' lists them)";
        if (reading.Scalar(node, $"'semantic' of {scope.What}", expected) is not { } scalar)
            return null;
        string[] parts = scalar.Text.Split('.');
        if (parts.Length == 2 && parts.All(Names.IsPlain))
            return reading.Reported == before ? new SemanticSource(scalar.Text, scalar.Content) { Of = of, Weights = weights } : null;
        reading.BadLiteral(scalar, $"'semantic' of {scope.What}", expected);
        return null;
    }

    private SchemaScalar? ReadOf(MapNode map, SourceScope scope)
    {
        const string expected = "a name such as buyer";
        string where = $"'of' of {scope.What}";
        if (map["of"] is not { } node || reading.Scalar(node, where, expected) is not { } scalar)
            return null;
        if (Names.IsPlain(scalar.Text))
            return scalar.ToScalar();
        reading.BadLiteral(scalar, where, expected);
        return null;
    }

    // A list would weigh all alike, which is the catalogue's business.
    private ValuesSource? ReadWeights(MapNode map, SchemaNode node, SourceScope scope, OptionReader options)
    {
        if (node is MapNode)
            return ReadValues(map, node, scope, options);
        reading.WrongShape(node, $"'values' of {scope.What}", "a map from value to weight");
        return null;
    }

    private ConstantSource? ReadConstant(SchemaNode node, string where)
    {
        if (node is ScalarNode scalar)
            return new ConstantSource(scalar.ToScalar());
        reading.WrongShape(node, where, "a single value");
        return null;
    }
}
