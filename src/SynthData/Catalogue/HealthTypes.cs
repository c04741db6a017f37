using System.Collections.Immutable;
using static SynthData.Catalogue.TypeEntry;

namespace SynthData.Catalogue;

/// <summary>What is said of patients and those who treat them. Code and words of a diagnosis agree within a row, and so do those of a drug.</summary>
internal static class HealthTypes
{
    public static ImmutableArray<SemanticType> All { get; } =
    [
        Anywhere("health.blood_type", "blood", "A blood group, as frequent as among American donors.", "AB0 and Rhesus", aliases: ["blood_type", "blood_group"]),
        Anywhere("health.icd10_code", "diagnosis", "A common diagnosis, by how often practices see it.", "ICD-10 (WHO), three characters",
            aliases: ["icd10", "icd10_code", "icd_code", "diagnosis_code"]),
        InLocales("health.diagnosis", "diagnosis", "The row's diagnosis in words of our own.", Same(Deep), "ICD-10 (WHO)", ["diagnosis", "diagnosis_name"]),
        InLocales("health.drug", "drug", "A substance that is often prescribed.", Same(Deep), "international non-proprietary names (WHO)",
            ["drug", "drug_name", "medication", "medication_name", "substance_name"]),
        Anywhere("health.atc_code", "drug", "The row's substance.", "ATC (WHO)", aliases: ["atc", "atc_code"]),
        Anywhere("health.drug_strength", "drug", "How much of the row's substance there is.", aliases: ["drug_strength"]),
        InLocales("health.drug_form", "drug", "The form in which the row's substance is taken.", Same(Deep), aliases: ["drug_form", "dosage_form"]),
        InLocales("health.specialty", "specialty", "What a physician has specialised in.", Same(Deep), aliases: ["specialty", "medical_specialty"]),
        InLocales("health.vital_sign", "vital", "What is measured of a patient.", Same(Deep), aliases: ["vital_sign"]),
        Anywhere("health.vital_unit", "vital", "The unit of what the row measures.", "UCUM"),
        InLocales("health.allergen", "allergen", "What somebody is allergic to.", Same(Deep), aliases: ["allergen", "allergy"]),
        InLocales("health.npi", "treatment", "The number of an American provider; none are set aside, so it may be somebody's.", Same(["en-US"], 200_000_000),
            "45 CFR 162.406, Luhn check digit with prefix 80840", ["npi", "npi_number"]),
        Anywhere("health.record_number", "treatment", "The number of a patient's record, eight digits.", capacity: 90_000_000,
            aliases: ["mrn", "medical_record_number", "patient_number"]),
    ];
}
