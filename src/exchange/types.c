/* SPDX-License-Identifier: GPL-3.0-or-later
 * types.c - the words by which other programs call persons, states and institutions. */
#include "foreign.h"

typedef struct {
    const char *word;
    GxForeignType type;
} Word;

/* Labels of spaCy and of other taggers, major and minor types of GATE, schemata of FollowTheMoney, classes of vocabularies; in small
 * letters. */
static const Word words[] = {
    { "agency", GX_TYPE_INSTITUTION },
    { "agent", GX_TYPE_UNTOLD },
    { "company", GX_TYPE_INSTITUTION },
    { "corporatebody", GX_TYPE_INSTITUTION },
    { "country", GX_TYPE_STATE },
    { "country_abbrev", GX_TYPE_STATE },
    { "geopoliticalentity", GX_TYPE_PLACE },
    { "governmentorganization", GX_TYPE_INSTITUTION },
    { "gov", GX_TYPE_INSTITUTION },
    { "gpe", GX_TYPE_PLACE },
    { "group", GX_TYPE_INSTITUTION },
    { "institution", GX_TYPE_INSTITUTION },
    { "legalentity", GX_TYPE_INSTITUTION },
    { "nation", GX_TYPE_STATE },
    { "newspaper", GX_TYPE_INSTITUTION },
    { "ngo", GX_TYPE_INSTITUTION },
    { "org", GX_TYPE_INSTITUTION },
    { "organisation", GX_TYPE_INSTITUTION },
    { "organization", GX_TYPE_INSTITUTION },
    { "party", GX_TYPE_INSTITUTION },
    { "per", GX_TYPE_PERSON },
    { "person", GX_TYPE_PERSON },
    { "person_full", GX_TYPE_PERSON },
    { "personalname", GX_TYPE_PERSON },
    { "politician", GX_TYPE_PERSON },
    { "publicbody", GX_TYPE_INSTITUTION },
    { "sovereignstate", GX_TYPE_STATE },
    { "state", GX_TYPE_STATE },
    { "人名", GX_TYPE_PERSON },
    { "人物", GX_TYPE_PERSON },
    { "国家", GX_TYPE_STATE },
    { "机构", GX_TYPE_INSTITUTION },
    { "组织", GX_TYPE_INSTITUTION },
};

/* Classes of Wikidata. Most items say the narrowest one that fits, so common narrow ones stand here, too. */
static const Word classes[] = {
    { "Q5", GX_TYPE_PERSON },
    { "Q6256", GX_TYPE_STATE },           /* country */
    { "Q3624078", GX_TYPE_STATE },        /* sovereign state */
    { "Q3024240", GX_TYPE_STATE },        /* historical country */
    { "Q7275", GX_TYPE_STATE },           /* state */
    { "Q10711424", GX_TYPE_STATE },       /* state with limited recognition */
    { "Q1763527", GX_TYPE_STATE },        /* constituent country */
    { "Q43229", GX_TYPE_INSTITUTION },    /* organization */
    { "Q178706", GX_TYPE_INSTITUTION },   /* institution */
    { "Q484652", GX_TYPE_INSTITUTION },   /* international organization */
    { "Q245065", GX_TYPE_INSTITUTION },   /* intergovernmental organization */
    { "Q163740", GX_TYPE_INSTITUTION },   /* nonprofit organization */
    { "Q79913", GX_TYPE_INSTITUTION },    /* non-governmental organization */
    { "Q327333", GX_TYPE_INSTITUTION },   /* government agency */
    { "Q192350", GX_TYPE_INSTITUTION },   /* ministry */
    { "Q2659904", GX_TYPE_INSTITUTION },  /* government organization */
    { "Q7188", GX_TYPE_INSTITUTION },     /* government */
    { "Q35749", GX_TYPE_INSTITUTION },    /* parliament */
    { "Q11204", GX_TYPE_INSTITUTION },    /* legislature */
    { "Q7278", GX_TYPE_INSTITUTION },     /* political party */
    { "Q31855", GX_TYPE_INSTITUTION },    /* research institute */
    { "Q155271", GX_TYPE_INSTITUTION },   /* think tank */
    { "Q3918", GX_TYPE_INSTITUTION },     /* university */
    { "Q875538", GX_TYPE_INSTITUTION },   /* public university */
    { "Q902104", GX_TYPE_INSTITUTION },   /* private university */
    { "Q38723", GX_TYPE_INSTITUTION },    /* higher education institution */
    { "Q4830453", GX_TYPE_INSTITUTION },  /* business */
    { "Q783794", GX_TYPE_INSTITUTION },   /* company */
    { "Q891723", GX_TYPE_INSTITUTION },   /* public company */
    { "Q6881511", GX_TYPE_INSTITUTION },  /* enterprise */
    { "Q270791", GX_TYPE_INSTITUTION },   /* state-owned enterprise */
    { "Q22687", GX_TYPE_INSTITUTION },    /* bank */
    { "Q66344", GX_TYPE_INSTITUTION },    /* central bank */
    { "Q192283", GX_TYPE_INSTITUTION },   /* news agency */
    { "Q11032", GX_TYPE_INSTITUTION },    /* newspaper */
    { "Q1110794", GX_TYPE_INSTITUTION },  /* daily newspaper */
    { "Q41298", GX_TYPE_INSTITUTION },    /* magazine */
    { "Q1193236", GX_TYPE_INSTITUTION },  /* news media */
    { "Q15265344", GX_TYPE_INSTITUTION }, /* broadcaster */
    { "Q176799", GX_TYPE_INSTITUTION },   /* military unit */
    { "Q772547", GX_TYPE_INSTITUTION },   /* armed forces */
    { "Q17149090", GX_TYPE_INSTITUTION }, /* armed organization */
    { "Q41487", GX_TYPE_INSTITUTION },    /* court */
    { "Q190752", GX_TYPE_INSTITUTION },   /* supreme court */
    { "Q47913", GX_TYPE_INSTITUTION },    /* intelligence agency */
    { "Q161726", GX_TYPE_INSTITUTION },   /* multinational corporation */
};

static GxForeignType
look_up (const Word *table, gsize n, const char *word)
{
    for (gsize i = 0; i < n; i++)
        if (strcmp (table[i].word, word) == 0)
            return table[i].type;
    return GX_TYPE_OTHER;
}

GxForeignType
gx_foreign_type (GxStr word)
{
    g_autofree char *small = g_ascii_strdown (word.data, (gssize)word.len);
    return look_up (words, G_N_ELEMENTS (words), small);
}

GxForeignType
gx_foreign_class (const char *id)
{
    return look_up (classes, G_N_ELEMENTS (classes), id);
}
