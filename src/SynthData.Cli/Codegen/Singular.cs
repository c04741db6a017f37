namespace SynthData.Cli.Codegen;

/// <summary>The singular of English nouns as names of tables have them; what is no plural stays as it is.</summary>
internal static class Singular
{
    /// <summary>Whole words that no rule gets right.</summary>
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["people"] = "person",
        ["children"] = "child",
        ["men"] = "man",
        ["women"] = "woman",
        ["mice"] = "mouse",
        ["geese"] = "goose",
        ["feet"] = "foot",
        ["teeth"] = "tooth",
        ["criteria"] = "criterion",
        ["indices"] = "index",
        ["vertices"] = "vertex",
        ["matrices"] = "matrix",
        ["appendices"] = "appendix",
        ["axes"] = "axis",
        ["crises"] = "crisis",
        ["quizzes"] = "quiz",
        ["menus"] = "menu",
        ["taxis"] = "taxi",
        ["gases"] = "gas",
        ["lenses"] = "lens",
        ["aliases"] = "alias",
        ["biases"] = "bias",
        ["atlases"] = "atlas",
        ["canvases"] = "canvas",
        ["leaves"] = "leaf",
        ["halves"] = "half",
        ["knives"] = "knife",
        ["lives"] = "life",
        ["wives"] = "wife",
        ["shelves"] = "shelf",
        ["wolves"] = "wolf",
        ["thieves"] = "thief",
        ["loaves"] = "loaf",
        ["calves"] = "calf",
        ["uses"] = "use",
        ["fuses"] = "fuse",
        ["excuses"] = "excuse",
        ["shoes"] = "shoe",
        ["toes"] = "toe",
        ["canoes"] = "canoe",
        ["caches"] = "cache",
        ["niches"] = "niche",
        ["movies"] = "movie",
        ["cookies"] = "cookie",
        ["calories"] = "calorie",
        ["ties"] = "tie",
        ["pies"] = "pie",
        ["lies"] = "lie",
        ["zombies"] = "zombie",
        ["selfies"] = "selfie",
    };

    /// <summary>Words that end like a plural and are none, or have no other form.</summary>
    private static readonly HashSet<string> Unchanged = new(StringComparer.OrdinalIgnoreCase)
    {
        "series", "species", "news", "means", "headquarters", "physics", "mathematics", "economics", "analytics", "logistics", "goods",
        "gas", "lens", "alias", "bias", "atlas", "canvas", "chaos", "gps", "sms", "dns", "tls", "https", "aws", "pos", "sos", "os",
    };

    /// <summary>Endings of plurals and of their singulars; the first that fits counts.</summary>
    private static readonly (string Plural, string Single)[] Endings =
    [
        ("ss", "ss"), ("us", "us"), ("is", "is"),                                       // address, status, analysis
        ("sses", "ss"), ("auses", "ause"), ("ouses", "ouse"), ("uses", "us"),           // addresses, causes, houses, statuses
        ("yses", "ysis"), ("gnoses", "gnosis"), ("theses", "thesis"),                   // analyses, diagnoses, hypotheses
        ("xes", "x"), ("zzes", "zz"), ("ches", "ch"), ("shes", "sh"), ("oes", "o"),     // boxes, buzzes, branches, dishes, heroes
        ("ies", "y"), ("s", ""),                                                        // categories, orders
    ];

    /// <summary>Gives the singular of the last word of a name such as <c>OrderLines</c>.</summary>
    public static string OfName(string name)
    {
        int start = name.Length;
        while (start > 0 && !char.IsUpper(name[--start]))
        {
        }

        return name[..start] + OfWord(name[start..]);
    }

    private static string OfWord(string word)
    {
        if (Irregular.TryGetValue(word, out string? single))
            return word[0] + single[1..];
        if (word.Length < 3 || Unchanged.Contains(word))
            return word;
        foreach ((string plural, string ending) in Endings)
        {
            if (word.EndsWith(plural, StringComparison.OrdinalIgnoreCase) && word.Length > plural.Length)
                return word[..^plural.Length] + ending;
        }

        return word;
    }
}
