#include "vocabulary.h"

namespace offprint::bench {
namespace {

constexpr std::string_view kChineseNouns[] = {
    "编码器",   "解码器",   "注意力",   "特征",     "梯度",     "损失函数",
    "语料",     "提示",     "先验",     "后验",     "隐变量",   "轨迹",
    "策略",     "奖励模型", "标注",     "样本",     "词元",     "卷积核",
    "嵌入",     "图结构",   "边界",     "噪声",     "分布偏移", "不确定性",
    "采样器",   "量化误差", "缓存",     "专家模块", "路由器",   "检索器",
    "知识图谱", "点云",     "光流",     "掩码",     "纹理",     "语义",
    "句法",     "因果关系", "时间序列", "传感器",   "控制器",   "蛋白质",
    "基因表达", "分子构象", "病灶",     "影像",     "电子病历", "气象场",
    "记忆模块", "正则项",   "教师模型", "学生模型", "课程",     "基准",
    "评价指标", "置信度",   "计算图",   "显存",     "带宽",     "吞吐量",
};
constexpr std::string_view kChineseVerbs[] = {
    "对齐", "压缩", "重建", "预测", "筛选", "蒸馏", "融合", "解耦", "校准",
    "检索", "约束", "扰动", "增强", "迁移", "估计", "生成", "分割", "排序",
    "去噪", "聚合", "分解", "规划", "采样", "微调", "剪枝", "量化", "验证",
};
constexpr std::string_view kChineseAdjectives[] = {
    "稀疏的",   "稠密的",   "可微的", "轻量的",   "多尺度的", "自适应的",
    "分层的",   "无监督的", "鲁棒的", "可解释的", "低秩的",   "长程的",
    "局部的",   "全局的",   "动态的", "离线的",   "在线的",   "多视角的",
    "跨语言的", "端到端的", "渐进的", "等变的",   "随机的",   "确定的",
};
constexpr std::string_view kChineseTasks[] = {
    "长文档问答",   "代码生成", "机器翻译",   "图像分割",       "目标检测",
    "语音识别",     "三维重建", "视频理解",   "分子设计",       "结构预测",
    "时间序列预测", "推荐排序", "机器人抓取", "医学影像诊断",   "对话摘要",
    "数学推理",     "异常检测", "图分类",     "文本到图像生成", "多智能体协作",
};
constexpr std::string_view kEnglishNouns[] = {
    "encoder",    "decoder",    "attention",   "feature map", "gradient",
    "objective",  "corpus",     "prompt",      "prior",       "posterior",
    "latent",     "trajectory", "policy",      "reward",      "annotation",
    "token",      "kernel",     "embedding",   "graph",       "boundary",
    "noise",      "shift",      "sampler",     "cache",       "expert",
    "router",     "retriever",  "point cloud", "mask",        "texture",
    "memory",     "teacher",    "student",     "curriculum",  "benchmark",
    "confidence", "bandwidth",  "throughput",  "schedule",    "residual",
};
constexpr std::string_view kEnglishVerbs[] = {
    "align",    "compress", "reconstruct", "predict",  "select",    "distil",
    "fuse",     "separate", "calibrate",   "retrieve", "constrain", "perturb",
    "estimate", "generate", "rank",        "denoise",  "aggregate", "plan",
};
constexpr std::string_view kEnglishAdjectives[] = {
    "sparse",      "dense",         "differentiable", "lightweight",
    "multi-scale", "adaptive",      "hierarchical",   "unsupervised",
    "robust",      "interpretable", "low-rank",       "long-range",
    "local",       "global",        "dynamic",        "equivariant",
    "stochastic",  "cross-lingual", "progressive",    "causal",
};
constexpr std::string_view kEnglishTasks[] = {
    "long-document question answering",
    "code generation",
    "machine translation",
    "image segmentation",
    "object detection",
    "speech recognition",
    "surface reconstruction",
    "video understanding",
    "molecule design",
    "structure prediction",
    "time series forecasting",
    "recommendation",
    "robotic grasping",
    "medical image diagnosis",
    "dialogue summarisation",
    "mathematical reasoning",
    "anomaly detection",
    "graph classification",
};
constexpr std::string_view kDataSets[] = {
    "NorthBench", "LongRead-8K", "TinyScenes", "OpenRouteQA", "MixedLab",
    "CityWalk3D", "CleanCode",   "RareSpeech", "FoldSet",     "QuietImages",
    "HarborQA",   "SlowVideo",   "OddGraphs",  "NightDrive",  "PlainMath",
};
constexpr std::string_view kFormulas[] = {
    "$O(n \\log n)$",
    "$\\mathcal{L}=\\mathcal{L}_0+\\lambda\\Omega(\\theta)$",
    "$p_\\theta(y\\mid x)$",
    "\\(\\epsilon_\\theta(x_t,t)\\)",
    "$\\lVert Wx-b\\rVert_2^2$",
    "$\\nabla_\\theta J(\\theta)$",
    "$\\frac{{1}}{{2}}\\sigma^2$",
    "$d_k=64$",
    "$r\\ll\\min(d,k)$",
    "$\\sum_{i=1}^{n}w_i x_i$",
};
constexpr std::string_view kChineseSentences[] = {
    "@T长期受限于@A@N：已有方法往往先@V@N再@V@N，误差因此逐级累积。",
    "本文提出@M，用@A@N来@V@N，不需要额外的@N。",
    "我们观察到，@N与@N之间的关系在训练后期趋于稳定，这使@A@N成为可能。",
    "具体地说，@M把@N写成@F，并以@A@N@V每一层的@N。",
    "为了@V@N，我们设计了@A@N，其计算量仅为原来的@P。",
    "在@D上的实验表明，@M比此前最好的结果高出@P，同时@N减少了@P。",
    "消融实验显示，去掉@N之后，@T的精度下降@P，说明@A@N不可缺少。",
    "与依赖@N的做法不同，该方法只要求@N满足@F。",
    "我们在@K个任务上比较了@K种@A@N，结论在@D与@D上一致。",
    "进一步的分析指出，@N的作用主要来自@A@N，而不是参数的多少。",
    "当@N只有@K条时，@M仍能@V@N，表现出良好的稳健性。",
    "局限在于@N的质量：若@N过于嘈杂，@A@N会退化为普通的@N。",
    "作者公开了代码、权重与@K万条@N，便于后来者@V和比较。",
    "这一结果提示，@T的瓶颈不在@N，而在如何@V@N。",
    "训练分为两步：先@V@N，再冻结@N并@V@A@N。",
    "理论上，我们证明了@N的误差不超过@F，且这个界是紧的。",
    "推断时不需要@N，单张显卡每秒可以处理@K个样本。",
};
constexpr std::string_view kEnglishSentences[] = {
    "Progress on @t is held back by the @a @n, which existing methods @v only "
    "after the fact.",
    "We present @M, a @a @n that learns to @v the @n without any further "
    "labels.",
    "The idea is to @v each @n under @F and to let a @a @n carry what is left.",
    "On @D, @M improves over the best earlier result by @P while the @n "
    "shrinks by @P.",
    "An ablation shows that the @a @n matters more than the size of the @n.",
    "Unlike work that relies on a @n, ours asks only that the @n be @a.",
    "We compare @K variants on @K tasks and find the same order on @D and @D.",
    "With as few as @K examples the model can still @v the @n.",
    "A closer look suggests that the @n and the @n fail for different reasons.",
    "We prove that the error of the @n stays below @F and that this is tight.",
    "Code, weights and @K thousand samples are released.",
    "Earlier work trades the @n for the @n; we show that neither has to go.",
    "These findings hint that the bottleneck of @t is how to @v the @n.",
};
constexpr std::string_view kChineseTitles[] = {
    "@M：面向@T的@A@N",          "@M：用@A@N@V@N",          "重新思考@T中的@N",
    "@M：以@A@N改进@T",          "不用@N也能@V@N：@M 方法", "@T需要@A@N吗？",
    "从@N到@N：一种@A@V框架 @M",
};
constexpr std::string_view kEnglishTitles[] = {
    "@M: A @a @n for @t",      "@M: Learning to @v the @n with @a @n",
    "Rethinking the @n in @t", "Do We Need a @a @n for @t?",
    "@M: @a @n Meets @t",      "How to @v a @n: @M for @t",
    "Towards @a @t with @M",
};
constexpr std::string_view kSyllables[] = {
    "Ko", "Ra",  "Mi", "Ven", "Tal", "Os",  "Ine", "Quo", "Lum", "Bre",
    "Sy", "Den", "Fa", "Gri", "Hal", "Jun", "Ple", "Nor", "Wex", "Zan",
};
constexpr std::string_view kNameEndings[] = {
    "Net",  "Former", "Flow", "Graph", "Rank",  "Diff", "Prompt", "Cast",
    "Fold", "Agent",  "Mix",  "Lens",  "Bench", "Tune", "Path",   "Sketch",
};
constexpr std::string_view kFamilyNames[] = {
    "Abara",  "Bergström", "Castell",  "Dvořák",  "Eklund",    "Ferrand",
    "Gao",    "Hayashi",   "Ivanova",  "Jansson", "Kimura",    "Liang",
    "Moreau", "Nakagawa",  "Okoye",    "Petrov",  "Qureshi",   "Rossi",
    "Saito",  "Tanaka",    "Ueda",     "Vargas",  "Wang",      "Xu",
    "Yamada", "Zhang",     "Li",       "Chen",    "Zhao",      "Huang",
    "Müller", "Novák",     "Olsen",    "Park",    "Kim",       "Nguyen",
    "Singh",  "Sharma",    "García",   "Silva",   "Costa",     "Brown",
    "Keller", "Lindholm",  "Marchand", "Nowak",   "Papadakis", "Reyes",
};
constexpr std::string_view kGivenNames[] = {
    "Anna",  "Bo",   "Clara", "Daniel", "Elif",   "Fang",   "Grace", "Hiro",
    "Irina", "Jun",  "Karin", "Lei",    "Marta",  "Ning",   "Omar",  "Priya",
    "Qing",  "Rosa", "Sven",  "Tomás",  "Ulrike", "Victor", "Wei",   "Xin",
    "Yan",   "Zoë",  "Amir",  "Bianca", "Carlos", "Dao",    "Emeka", "Felix",
};

}  // namespace

Words WordsOf(char slot) {
  switch (slot) {
    case 'N':
      return kChineseNouns;
    case 'V':
      return kChineseVerbs;
    case 'A':
      return kChineseAdjectives;
    case 'T':
      return kChineseTasks;
    case 'n':
      return kEnglishNouns;
    case 'v':
      return kEnglishVerbs;
    case 'a':
      return kEnglishAdjectives;
    case 't':
      return kEnglishTasks;
    case 'D':
      return kDataSets;
    case 'F':
      return kFormulas;
    default:
      return {};
  }
}

Words ChineseSentences() { return kChineseSentences; }
Words EnglishSentences() { return kEnglishSentences; }
Words ChineseTitles() { return kChineseTitles; }
Words EnglishTitles() { return kEnglishTitles; }
Words Syllables() { return kSyllables; }
Words NameEndings() { return kNameEndings; }
Words FamilyNames() { return kFamilyNames; }
Words GivenNames() { return kGivenNames; }

}  // namespace offprint::bench
